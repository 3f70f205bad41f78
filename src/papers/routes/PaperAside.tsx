import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/paper";
import { AttachmentList } from "./AttachmentList.tsx";
import { paperMessages } from "./messages.ts";
import { PathSteps } from "./PathSteps.tsx";

/** Beside the text: where the paper goes, its attachments and versions, and what belongs with it. */
export function PaperAside({ data }: { data: Route.ComponentProps["loaderData"] }) {
  const { municipality, paper, may, path, attachments, snapshots, sameCase, archived } = data;
  const { t, to, language } = useLanguage(paperMessages);
  const slug = municipality.slug;
  const [newest] = snapshots;
  return (
    <aside className="paper__aside">
      <p className="form-buttons">
        <a
          className={may.submit ? "button button-primary" : "button button-secondary"}
          href={to.paperApproval(slug, paper.id)}
        >
          {may.submit ? t.toApproval : t.seeApproval}
        </a>
      </p>
      <section id="vej">
        <h2>{t.path}</h2>
        <PathSteps steps={path} />
        {may.edit && <a href={to.paperPath(slug, paper.id)}>{t.editPath}</a>}
      </section>
      <section id="bilag">
        <h2>
          {t.attachments} {attachments.length > 0 && <span className="quiet">({attachments.length})</span>}
        </h2>
        {attachments.length > 0 ? (
          <AttachmentList municipality={slug} paper={paper.id} attachments={attachments} />
        ) : (
          <p className="quiet">{t.noAttachments}</p>
        )}
        {may.edit && <a href={to.paperAttachments(slug, paper.id)}>{t.editAttachments}</a>}
      </section>
      <section id="versioner">
        <h2>{t.versions}</h2>
        {newest ? (
          <>
            <p className="row-facts">
              <span>{t.version(newest.number)}</span>
              <span>{t.occasions[newest.occasion]}</span>
              <span>{t.savedBy(newest.by, newest.when)}</span>
            </p>
            <a href={to.paperVersions(slug, paper.id)}>{t.seeVersions}</a>
          </>
        ) : (
          <p className="quiet">{t.noVersions}</p>
        )}
        {may.edit && (
          <form method="post">
            <button type="submit" name="do" value="keep" className="button button-secondary">
              {t.keepVersion}
            </button>
            <p className="form-hint">{t.keepVersionHint}</p>
          </form>
        )}
      </section>
      {(sameCase.length > 0 || archived) && (
        <section>
          <h2>{t.sameCase}</h2>
          <ul>
            {sameCase.map(({ id, title, state }) => (
              <li key={id}>
                <a href={to.paper(slug, id)} {...langOfMinutes(language)}>
                  {title}
                </a>{" "}
                <span className="quiet">({t.states[state].toLowerCase()})</span>
              </li>
            ))}
            {archived && (
              <li>
                <a href={to.case(slug, archived)}>{t.inArchive}</a>
              </li>
            )}
          </ul>
        </section>
      )}
    </aside>
  );
}
