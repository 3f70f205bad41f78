import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { langOfMinutes, pathIn } from "../language.ts";
import { useSite } from "../site.ts";
import { useLanguage } from "../use-language.ts";
import { Icon } from "./Icon.tsx";
import { SearchForm } from "./SearchForm.tsx";

export type MunicipalityName = { slug: string; name: string };

/** A step on the way to the page; the last is the page itself. `fromMinutes`: the words are the municipality's own, Danish. */
export type Crumb = { text: string; href?: string; fromMinutes?: boolean };

type Props = {
  /** What the page is, most telling word first; the municipality's name is added. */
  title: string;
  municipality?: MunicipalityName | undefined;
  /** A sentence for those who find or share the page: what was decided. */
  description?: string | undefined;
  /** From below the municipality down to this page. None on a front page. */
  trail?: Crumb[];
  /** False where the page has a search box of its own, or somebody is in the middle of something: signing in, writing, reviewing. */
  search?: boolean;
  children: ReactNode;
};

/** The frame of every page: head, skip link, header, breadcrumbs, main and footer. */
export function Page({ title, description, municipality, trail = [], search = true, children }: Props) {
  const { t, to } = useLanguage();
  const { pathname, search: query } = useLocation();
  const { address, look } = useSite();
  const name = municipality?.name ?? t.siteName;
  return (
    <>
      <title>{title === name ? title : `${title} - ${name}`}</title>
      {description && <meta name="description" content={description} />}
      <link rel="alternate" hrefLang="da" href={(address ?? "") + pathIn("da", pathname) + query} />
      <link rel="alternate" hrefLang="en" href={(address ?? "") + pathIn("en", pathname) + query} />
      {address && (
        <>
          <link rel="alternate" hrefLang="x-default" href={address + pathIn("da", pathname) + query} />
          <link rel="canonical" href={address + pathname + query} />
        </>
      )}
      {look?.accent && <style>{`:root{--accent:${look.accent}}`}</style>}
      <a className="skipnav" href="#main-content">
        {t.skipToContent}
      </a>
      <Header municipality={municipality} search={search} />
      <div className="container page-container">
        {trail.length > 0 && (
          <Breadcrumbs
            crumbs={[
              { text: t.home, href: to.front() },
              ...(municipality ? [{ text: municipality.name, href: to.municipality(municipality.slug) }] : []),
              ...trail,
            ]}
          />
        )}
        <main id="main-content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Footer />
    </>
  );
}

function Header({ municipality, search }: { municipality: MunicipalityName | undefined; search: boolean }) {
  const { t, to, language } = useLanguage();
  const { pathname, search: query } = useLocation();
  const { look, person } = useSite();
  const other = language === "da" ? "en" : "da";
  const menu = municipality
    ? [
        { text: t.meetings, href: to.meetings(municipality.slug) },
        { text: t.cases, href: to.cases(municipality.slug) },
        { text: t.decisions, href: to.decisions(municipality.slug) },
        { text: t.commitments, href: to.commitments(municipality.slug) },
        { text: t.people, href: to.people(municipality.slug) },
        ...(person ? [{ text: t.work, href: to.work() }] : []),
      ]
    : [];
  return (
    <header className="header">
      <div className="header__top container">
        <a className="brand" href={municipality ? to.municipality(municipality.slug) : to.front()}>
          {municipality && look?.hasLogo ? (
            <img className="brand__logo" src={to.logo(municipality.slug)} alt="" />
          ) : (
            <span className="brand__mark" aria-hidden="true">
              {(municipality?.name ?? t.siteName).charAt(0)}
            </span>
          )}
          <span className="brand__name">{municipality?.name ?? t.siteName}</span>
        </a>
        <div className="header__side">
          <a className="header__person" href={person ? to.work() : to.signIn()}>
            {person ? person.name : t.signIn}
          </a>
          <nav className="languages" aria-label={t.languages}>
            <a href={pathIn(other, pathname) + query} hrefLang={other} lang={other} rel="alternate">
              <Icon name="language" />
              {other === "en" ? "English" : "Dansk"}
            </a>
          </nav>
        </div>
      </div>
      {(municipality || search) && (
        <div className="header__bottom">
          <div className="header__bottom-inner container">
            {municipality && (
              <nav className="menu" aria-label={t.mainMenu}>
                <ul>
                  {menu.map(({ text, href }) => (
                    <li key={href}>
                      <a href={href} aria-current={pathname === href ? "page" : undefined}>
                        {text}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            {search && <SearchForm municipality={municipality} />}
          </div>
        </div>
      )}
    </header>
  );
}

function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t, language } = useLanguage();
  return (
    <nav className="breadcrumbs" aria-label={t.breadcrumbs}>
      <ol className="breadcrumbs__list">
        {crumbs.map(({ text, href, fromMinutes }, index) => (
          <li key={text} className="breadcrumbs__list-item" aria-current={href ? undefined : "page"}>
            {index > 0 && <Icon name="chevron-right" />}
            {href ? (
              <a className="breadcrumbs__link" href={href} {...(fromMinutes && langOfMinutes(language))}>
                {text}
              </a>
            ) : (
              <span {...(fromMinutes && langOfMinutes(language))}>{text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Footer() {
  const { t, to } = useLanguage();
  return (
    <footer className="footer">
      <div className="container footer__inner">
        <p>{t.footerAbout}</p>
        <p className="print-only">{useLocation().pathname}</p>
        <p>
          <a href={to.front()}>{t.siteName}</a> · {t.footerSource}
        </p>
      </div>
    </footer>
  );
}
