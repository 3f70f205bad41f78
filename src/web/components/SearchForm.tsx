import { useId } from "react";
import { useLanguage } from "../use-language.ts";
import { Icon } from "./Icon.tsx";
import type { MunicipalityName } from "./Page.tsx";

type Props = { municipality?: MunicipalityName | undefined; value?: string; large?: boolean };

/** The search box. Within one municipality when one is given, else across all. */
export function SearchForm({ municipality, value, large = false }: Props) {
  const { t, to } = useLanguage();
  const id = useId();
  const label = municipality ? t.searchIn(municipality.name) : t.searchEverywhere;
  return (
    <search aria-label={label} className={`search-form${large ? " search-form--large" : ""}`}>
      <form action={to.search(municipality?.slug)}>
        <label htmlFor={id} className={large ? "form-label" : "sr-only"}>
          {label}
        </label>
        <div className="search">
          <input
            className="form-input"
            id={id}
            name="q"
            type="search"
            defaultValue={value}
            placeholder={t.searchHint}
          />
          <button className="button button-search" type="submit">
            <Icon name="search" />
            <span>{t.search}</span>
          </button>
        </div>
      </form>
    </search>
  );
}
