import { type Outcome, outcomes } from "#minutes/model.ts";
import { useLanguage } from "../use-language.ts";

export type OutcomeCounts = Partial<Record<Outcome, number>>;

/** How a meeting's items ended: "2 godkendt · 3 til efterretning", under a bar of the same proportions. */
export function OutcomeSummary({ counts }: { counts: OutcomeCounts }) {
  const { t } = useLanguage();
  const met = outcomes.filter((outcome) => counts[outcome]);
  if (met.length === 0) return null;
  return (
    <div className="outcome-summary">
      <div className="outcome-bar" aria-hidden="true">
        {met.map((outcome) => (
          <span
            key={outcome}
            className={`outcome-bar__part outcome--${outcome}`}
            style={{ flexGrow: counts[outcome] }}
          />
        ))}
      </div>
      <span>
        {met
          .map((outcome) => `${counts[outcome]} ${t.outcome[outcome].toLowerCase()}`.replaceAll(" ", "\u00a0"))
          .join(" · ")}
      </span>
    </div>
  );
}
