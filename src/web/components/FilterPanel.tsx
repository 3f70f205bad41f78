import type { ReactNode } from "react";
import type { Query } from "../links.ts";
import { langOfMinutes } from "../language.ts";
import { useLanguage } from "../use-language.ts";

type Props = {
  /** Where the form leads; a list's address without filters. */
  action: string;
  /** Filters that are set elsewhere on the page and must survive the form. */
  kept?: Query;
  /** How many of the form's own filters are on: said on the closed panel. */
  active: number;
  /** The fields. */
  children: ReactNode;
};

/**
 * The filters of a list, as a form that works without script: beside the list on wide screens, folded above it on
 * narrow ones.
 */
export function FilterPanel({ action, kept = {}, active, children }: Props) {
  const { t } = useLanguage();
  return (
    <details className="filters">
      <summary className="filters__summary">{active > 0 ? t.filterActive(active) : t.filter}</summary>
      <form action={action} className="filters__form">
        {Object.entries(kept).map(([name, value]) =>
          value === undefined || value === "" ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
        <div className="filters__buttons">
          <button type="submit" className="button button-primary">
            {t.filterShow}
          </button>
          {active > 0 && <a href={action}>{t.filterClear}</a>}
        </div>
      </form>
    </details>
  );
}

type Choice = { value: string; text: string };
type ChoiceProps = {
  label: string;
  name: string;
  value: string | undefined;
  /** What no choice is called. */
  any: string;
  choices: Choice[];
  /** `lang` of the choices when they are the municipality's own words. */
  lang?: "da" | undefined;
};

/** One filter with a choice of values. */
export function FilterChoice({ label, name, value, any, choices, lang }: ChoiceProps) {
  return (
    <label className="filters__field">
      <span className="form-label">{label}</span>
      <select className="form-select" name={name} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {choices.map(({ value, text }) => (
          <option key={value} value={value} lang={lang}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The filter of a committee, by its slug; names are the municipality's own words. */
export function FilterCommittee({
  label,
  value,
  committees,
}: {
  label: string;
  value: string | undefined;
  committees: { slug: string; name: string }[];
}) {
  const { t, language } = useLanguage();
  const choices = committees.map(({ slug, name }) => ({ value: slug, text: name }));
  return (
    <FilterChoice
      label={label}
      name="udvalg"
      value={value}
      any={t.any}
      choices={choices}
      {...langOfMinutes(language)}
    />
  );
}

/** One filter with a day; the browser's own calendar where it has one. */
export function FilterDay({ label, name, value }: { label: string; name: string; value: string | undefined }) {
  return (
    <label className="filters__field">
      <span className="form-label">{label}</span>
      <input className="form-input" type="date" name={name} defaultValue={value} />
    </label>
  );
}

/** Links that narrow a list to one kind of what it holds, each with how many there are. Kinds with none are left out. */
export function KindChips({
  label,
  kinds,
}: {
  label: string;
  kinds: { text: string; count: string; none: boolean; href: string; current: boolean }[];
}) {
  return (
    <nav aria-label={label}>
      <ul className="chips">
        {kinds
          .filter(({ none, current }) => !none || current)
          .map(({ text, count, href, current }) => (
            <li key={text}>
              <a href={href} aria-current={current ? "true" : undefined}>
                {text} <span className="chips__count">{count}</span>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
