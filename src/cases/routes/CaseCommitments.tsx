import type { ListedCommitment } from "#follow-up/queries.ts";
import { CommitmentLine } from "../../follow-up/routes/CommitmentLine.tsx";
import { count } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { caseMessages } from "./messages.ts";

type Props = { municipality: string; caseKey: string; commitments: ListedCommitment[]; total: number; now: string };

/** What was promised in the case, and whether the case came up again; a link to all when there are more. */
export function CaseCommitments({ municipality, caseKey, commitments, total, now }: Props) {
  const { t, to, language } = useLanguage(caseMessages);
  if (commitments.length === 0) return null;
  return (
    <section>
      <h2>{t.commitments}</h2>
      <ul className="rows">
        {commitments.map((commitment) => (
          <li key={`${commitment.date} ${commitment.item} ${commitment.position}`}>
            <CommitmentLine municipality={municipality} commitment={commitment} now={now} showCase={false} />
          </li>
        ))}
      </ul>
      {total > commitments.length && (
        <p>
          <a href={to.commitments(municipality, { sag: caseKey })}>{t.allCommitments(count(total, language))}</a>
        </p>
      )}
    </section>
  );
}
