import type { PaperAttachment } from "#papers/queries.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { count } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { paperMessages } from "./messages.ts";

type Props = { municipality: string; paper: number; attachments: PaperAttachment[] };

/** A paper's attachments to open, each with its kind and size; what is closed says so. */
export function AttachmentList({ municipality, paper, attachments }: Props) {
  const { t, to, language } = useLanguage(paperMessages);
  return (
    <ol className="attachment-list">
      {attachments.map(({ id, name, fileName, size, closed }) => (
        <li key={id}>
          <a href={to.paperAttachment(municipality, paper, id)} {...langOfMinutes(language)}>
            {name}
          </a>
          <span className="row-facts">
            <span>{fileName.split(".").at(-1)?.toUpperCase()}</span>
            <span>{t.size(count(Math.max(1, Math.round(size / 1024)), language))}</span>
            {closed && (
              <span className="attachment-list__closed">
                <Icon name="lock" />
                {t.closedAttachment}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
