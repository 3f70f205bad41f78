import { useLanguage } from "../use-language.ts";

type Props = { years: string[]; current: string | undefined; href: (year: string | undefined) => string };

/** Narrows a list to one year. Nothing shows when there is only one. */
export function YearChips({ years, current, href }: Props) {
  const { t } = useLanguage();
  if (years.length < 2) return null;
  return (
    <nav aria-label={t.years}>
      <ul className="chips">
        {[undefined, ...years].map((year) => (
          <li key={year ?? ""}>
            <a href={href(year)} aria-current={year === current ? "true" : undefined}>
              {year ?? t.allYears}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
