import type { PersonView, ReviewView } from "#import-review/review-view.ts";
import type { FormErrors } from "../../web/components/Form.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { FieldLine } from "./FieldLine.tsx";
import type { Filled, Hidden } from "./ReviewHead.tsx";
import { reviewMessages } from "./review-messages.ts";

const EMPTY: PersonView = {
  was: null,
  name: "",
  party: null,
  attendance: "present",
  substituteFor: null,
  removed: false,
};

/** Who took part, and the form that sets the list right; its last line is for somebody it lacks. */
export function ReviewPeople({ view, hidden, values, errors, open }: Filled & Hidden & { view: ReviewView }) {
  const { t } = useLanguage(reviewMessages);
  const rows = [...view.people, EMPTY];
  const there = view.people.filter(({ removed }) => !removed);
  return (
    <section>
      <h3>{t.peopleTitle}</h3>
      <dl className="fields">
        <FieldLine field={view.peopleField} doubts={view.doubts}>
          {there.length === 0 ? t.none : there.map((person) => describe(person, t)).join(", ")}
        </FieldLine>
      </dl>
      <details className="details" open={open}>
        <summary className="details-summary">{t.correctItem(t.peopleTitle.toLowerCase())}</summary>
        <form method="post" noValidate className="people-form">
          <input type="hidden" name="version" value={hidden.version} />
          <input type="hidden" name="people" value={rows.length} />
          {rows.map((person, at) => (
            <PersonFields key={`${at} ${person.was}`} {...{ person, at, values, errors }} />
          ))}
          <button type="submit" name="do" value="people" className="button button-secondary">
            {t.save}
          </button>
        </form>
      </details>
    </section>
  );
}

type Messages = (typeof reviewMessages)["da"];

function describe({ name, party, attendance, substituteFor }: PersonView, t: Messages): string {
  const notes = [
    ...(attendance === "present" ? [] : [t.attendance[attendance].toLowerCase()]),
    ...(substituteFor ? [`${t.substituteFor.toLowerCase()} ${substituteFor}`] : []),
  ];
  return `${name}${party ? ` (${party})` : ""}${notes.length > 0 ? ` - ${notes.join(", ")}` : ""}`;
}

type PersonProps = { person: PersonView; at: number; values: Record<string, string>; errors: FormErrors | undefined };

function PersonFields({ person, at, values, errors }: PersonProps) {
  const { t, language } = useLanguage(reviewMessages);
  const isNew = person.was === null && person.name === "";
  const text = (name: string, label: string, value: string | null) => (
    <label>
      {label}
      <input
        className="form-input"
        id={`${name}-${at}`}
        name={`${name}-${at}`}
        defaultValue={values[`${name}-${at}`] ?? value ?? ""}
        {...(errors?.[`${name}-${at}`] && { "aria-invalid": true })}
      />
    </label>
  );
  return (
    <fieldset className="person-fields">
      <legend {...(!isNew && langOfMinutes(language))}>{isNew ? t.addPerson : person.name}</legend>
      <input type="hidden" name={`was-${at}`} value={person.was ?? ""} />
      {text("name", t.name, person.name)}
      {text("party", t.party, person.party)}
      <label>
        {t.attendanceLabel}
        <select
          className="form-select"
          name={`attendance-${at}`}
          defaultValue={values[`attendance-${at}`] ?? person.attendance}
        >
          {Object.entries(t.attendance).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {text("for", t.substituteFor, person.substituteFor)}
      {!isNew && (
        <label className="person-fields__remove">
          <input
            type="checkbox"
            name={`remove-${at}`}
            value="yes"
            defaultChecked={Object.keys(values).length > 0 ? values[`remove-${at}`] === "yes" : person.removed}
          />
          {t.remove}
        </label>
      )}
    </fieldset>
  );
}
