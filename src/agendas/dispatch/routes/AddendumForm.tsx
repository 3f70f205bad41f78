import type { AddendumPage } from "#agendas/dispatch/page-queries.ts";
import { Field, type FormErrors, TextBox } from "../../../web/components/Form.tsx";
import { Icon } from "../../../web/components/Icon.tsx";
import { listing } from "../../../web/formats.ts";
import { langOfMinutes } from "../../../web/language.ts";
import { useLanguage } from "../../../web/use-language.ts";
import type { AddendumValues } from "./addendum-form.ts";
import { dispatchMessages } from "./dispatch-messages.ts";
import { Tick } from "./Tick.tsx";

type Props = Pick<AddendumPage, "items" | "papers" | "changes" | "late"> & {
  meeting: { version: number };
  values: AddendumValues | undefined;
  errors: FormErrors | undefined;
};

/** All that an addendum can do, in one form: what comes on, what is sent anew, what is withdrawn. */
export function AddendumForm({ items, papers, changes, late, meeting, values, errors }: Props) {
  const { t, language } = useLanguage(dispatchMessages);
  const minutesLang = langOfMinutes(language);
  return (
    <form method="post" className="dispatch" noValidate>
      <input type="hidden" name="version" value={meeting.version} />
      <fieldset>
        <legend>{t.addPapers}</legend>
        {papers.length === 0 && <p className="quiet">{t.noPapers}</p>}
        {papers.map(({ id, title, reference, closed }) => (
          <Tick key={id} name="paper" value={id} checked={values?.papers.includes(id)}>
            <span {...minutesLang}>{title}</span>{" "}
            <span className="quiet">
              {reference} {closed && <Closed />}
            </span>
          </Tick>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t.addNote}</legend>
        <Field
          label={t.noteTitle}
          name="title"
          hint={t.optional}
          value={values?.title}
          errors={errors}
          required={false}
        />
        <TextBox label={t.noteText} name="text" value={values?.text} errors={errors} required={false} />
      </fieldset>
      {late && (
        <TextBox
          label={t.lateReason}
          name="lateReason"
          hint={t.lateReasonHint}
          value={values?.lateReason}
          errors={errors}
          required={false}
          rows={2}
        />
      )}
      {changes.length > 0 && (
        <fieldset>
          <legend>{t.changed}</legend>
          <p>{t.changedLead}</p>
          {changes.map(({ id, parts }) => {
            const item = items.find((one) => one.id === id);
            return (
              item && (
                <Tick key={id} name="change" value={id} checked={values?.changes.includes(id)}>
                  <span {...minutesLang}>
                    {item.number}. {item.title}
                  </span>{" "}
                  <span className="quiet" {...minutesLang}>
                    {t.changedParts(listing(parts, language))}
                  </span>
                </Tick>
              )
            );
          })}
        </fieldset>
      )}
      <fieldset>
        <legend>{t.withdraw}</legend>
        <p>{t.withdrawLead}</p>
        {items.map(({ id, number, title, closed }) => (
          <details key={id} className="dispatch-withdraw" open={values?.withdraw.includes(id)}>
            <summary>
              <span {...minutesLang}>
                {number}. {title}
              </span>{" "}
              {closed && <Closed />}
            </summary>
            <Tick name="withdraw" value={id} checked={values?.withdraw.includes(id)}>
              {t.withdrawItem(number)}
            </Tick>
            <TextBox
              label={t.reason(number)}
              name={`reason-${id}`}
              value={values?.reasons[id]}
              errors={errors}
              required={false}
              rows={2}
            />
          </details>
        ))}
      </fieldset>
      <button type="submit" className="button button-primary">
        {t.sendAddendum}
      </button>
    </form>
  );
}

function Closed() {
  const { t } = useLanguage(dispatchMessages);
  return (
    <span className="quiet">
      <Icon name="lock" /> {t.closed}
    </span>
  );
}
