import type { Ref } from "react";
import type { FormErrors } from "../../../web/components/Form.tsx";
import { useLanguage } from "../../../web/use-language.ts";
import { FindingList } from "./FindingList.tsx";
import type { ShownFinding } from "./load-section.ts";
import { editorMessages } from "./messages.ts";

type Props = {
  findings: ShownFinding[];
  sectionId: number;
  href: string;
  errors: FormErrors | undefined;
  written?: string | undefined;
  ref?: Ref<HTMLElement>;
};

/** Beside the text: the figures of this section that do not add up, and how many there are elsewhere. */
export function FindingMargin({ findings, sectionId, href, errors, written, ref }: Props) {
  const { t } = useLanguage(editorMessages);
  const here = findings.filter((finding) => finding.sectionId === sectionId);
  const elsewhere = findings.filter(({ sectionId: other, answer }) => other !== sectionId && !answer).length;
  return (
    <aside className="margin" id="fund" ref={ref} aria-label={t.findings}>
      <h2 className="margin__title">{t.findings}</h2>
      {here.length === 0 ? (
        <p className="quiet">{t.noFindings}</p>
      ) : (
        <FindingList findings={here} errors={errors} written={written} />
      )}
      <p className="margin__elsewhere">
        {elsewhere > 0 && <span>{t.elsewhere(elsewhere)}. </span>}
        <a href={href}>{t.allFindings}</a>
      </p>
    </aside>
  );
}
