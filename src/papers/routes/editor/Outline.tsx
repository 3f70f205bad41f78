import { langOfMinutes } from "../../../web/language.ts";
import { useLanguage } from "../../../web/use-language.ts";
import type { SectionData } from "./use-editing.ts";
import { editorMessages } from "./messages.ts";

type Props = { outline: SectionData["outline"]; municipality: string; paper: number; current: number };

/** The paper's sections to go between, with those that are empty or must be filled in. */
export function Outline({ outline, municipality, paper, current }: Props) {
  const { t, to, language } = useLanguage(editorMessages);
  return (
    <nav className="editor__outline" aria-label={t.outline}>
      <ol>
        {outline.map(({ id, heading, required, empty }) => (
          <li key={id}>
            <a href={to.paperSection(municipality, paper, id)} aria-current={id === current ? "page" : undefined}>
              <span {...langOfMinutes(language)}>{heading}</span>
              {empty && <small>{required ? t.required : t.empty}</small>}
            </a>
          </li>
        ))}
      </ol>
      <a href={to.paper(municipality, paper)}>{t.toPaper}</a>
    </nav>
  );
}
