import type { ReactNode } from "react";
import type { FieldView } from "#import-review/review-view.ts";
import { Icon, type IconName } from "../../web/components/Icon.tsx";
import { longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { anchorOf, isSame } from "./anchors.ts";
import { reviewMessages } from "./review-messages.ts";

const icons: Record<FieldView["level"], IconName> = { sure: "check", unsure: "info", doubtful: "warning" };

export function LevelTag({ level }: { level: FieldView["level"] }) {
  const { t } = useLanguage(reviewMessages);
  return (
    <span className={`level level--${level}`}>
      <Icon name={icons[level]} />
      {t.level[level]}
    </span>
  );
}

type Props = { field: FieldView; doubts: FieldView[]; children: ReactNode };

/** One field as it was read: its value, how far it is to be trusted and why, and the way to the next doubt. */
export function FieldLine({ field, doubts, children }: Props) {
  const { t, language } = useLanguage(reviewMessages);
  const at = doubts.findIndex((doubt) => isSame(doubt, field));
  const next = at < 0 ? undefined : doubts[at + 1];
  return (
    <div
      className={`field field--${field.level}`}
      id={anchorOf(field)}
      {...(at >= 0 && { "data-doubt": at, tabIndex: -1 })}
    >
      <dt>{t.field[field.field]}</dt>
      <dd>
        <span {...langOfMinutes(language)}>{children}</span> <LevelTag level={field.level} />
        {field.reasons.map(({ code, detail = "" }) => (
          <p key={code} className="field__reason">
            {t.reason[code](detail.replaceAll(/\d{4}-\d\d-\d\d/g, (day) => longDate(day, language)))}
          </p>
        ))}
        {field.level !== "sure" && (
          <p className="field__ways">
            {field.line !== null && <a href={`#l${field.line}`}>{t.lineOf(field.line)}</a>}
            {next && <a href={`#${anchorOf(next)}`}>{t.nextDoubt}</a>}
          </p>
        )}
      </dd>
    </div>
  );
}
