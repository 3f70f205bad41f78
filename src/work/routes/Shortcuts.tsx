import type { Role } from "#identity/actor.ts";
import type { Links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import { workMessages } from "./messages.ts";
import type { Shortcut } from "./shortcuts.ts";

type Props = { places: { slug: string; name: string; roles: Role[]; shortcuts: Shortcut[] }[] };

const addresses: Record<Shortcut, (to: Links, municipality: string) => string> = {
  papers: (to, slug) => to.papers(slug),
  meetings: (to, slug) => to.agendas(slug),
  reading: (to, slug) => to.reading(slug),
  templates: (to, slug) => to.paperTemplates(slug),
  flows: (to, slug) => to.approvalFlows(slug),
  imports: (to, slug) => to.imports(slug),
  access: (to, slug) => to.access(slug),
  audit: (to, slug) => to.audit(slug),
};

/** The ways to everything else: each municipality's pages for the person's roles, and their own account. */
export function Shortcuts({ places }: Props) {
  const { t, to } = useLanguage(workMessages);
  const hasPapers = places.some(({ shortcuts }) => shortcuts.includes("papers"));
  return (
    <nav aria-label={t.shortcuts} className="shortcuts">
      {places.map(({ slug, name, roles, shortcuts }) => (
        <section key={slug}>
          <h2>
            <a href={to.municipality(slug)}>{name}</a>
          </h2>
          {roles.length > 0 && (
            <p className="row-facts">
              {t.rolesHere}: {roles.map((role) => t.roles[role]).join(", ")}
            </p>
          )}
          <ul>
            {shortcuts.map((shortcut) => (
              <li key={shortcut}>
                <a href={addresses[shortcut](to, slug)}>{t[shortcut]}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{t.you}</h2>
        <ul>
          <li>
            <a href={to.account()}>{t.account}</a>
          </li>
          {hasPapers && (
            <li>
              <a href={to.deputies()}>{t.deputies}</a>
            </li>
          )}
        </ul>
        <form method="post" action={to.signOut()}>
          <button type="submit" className="button button-secondary">
            {t.signOut}
          </button>
        </form>
      </section>
    </nav>
  );
}
