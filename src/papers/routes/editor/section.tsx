import { wordFor } from "#web/word-for.ts";
import { isRouteErrorResponse } from "react-router";
import { ErrorPage } from "../../../web/components/ErrorPage.tsx";
import { ErrorSummary } from "../../../web/components/Form.tsx";
import { Page } from "../../../web/components/Page.tsx";
import { langOfMinutes } from "../../../web/language.ts";
import { useLanguage } from "../../../web/use-language.ts";
import { paperTrail } from "../paper-trail.ts";
import { PaperHeading } from "../PaperHeading.tsx";
import type { Route } from "./+types/section";
import { Difference } from "./Difference.tsx";
import { FindingMargin } from "./FindingMargin.tsx";
import { isKeptText } from "./kept-text-model.ts";
import { KeptTextPage } from "./KeptTextPage.tsx";
import { loadSection } from "./load-section.ts";
import { MergeForm } from "./MergeForm.tsx";
import { editorMessages } from "./messages.ts";
import { OtherWriters } from "./OtherWriters.tsx";
import { Outline } from "./Outline.tsx";
import { PlainForm } from "./PlainForm.tsx";
import { changeSection } from "./section-action.ts";
import { SectionEditor } from "./SectionEditor.tsx";

export const handle = { hydrate: true };

export const loader = (args: Route.LoaderArgs) => loadSection(args);

export const action = (args: Route.ActionArgs) => changeSection(args);

export default function Section({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, paper, section, findings, others, plain, done } = loaderData;
  const { errors, sent, preview, merged, conflict, finding } = actionData ?? {};
  const { t, to, language } = useLanguage(editorMessages);
  const address = to.paperSection(municipality.slug, paper.id, section.id);
  const form = (
    <PlainForm
      heading={section.heading}
      help={section.help}
      markdown={sent?.markdown ?? section.markdown}
      baseVersion={sent?.baseVersion ?? String(section.version)}
      errors={errors}
      preview={preview}
    />
  );
  const plainly = (
    <>
      <div className="editor__main">
        {form}
        <OtherWriters others={others} />
      </div>
      <div className="editor__margin">
        <FindingMargin
          findings={findings}
          sectionId={section.id}
          href={to.paperFindings(municipality.slug, paper.id)}
          errors={errors}
          written={finding}
        />
      </div>
    </>
  );
  return (
    <Page
      title={`${section.heading} - ${paper.title}`}
      municipality={municipality}
      trail={paperTrail(language, municipality, paper, section.heading)}
      search={false}
    >
      <PaperHeading paper={paper} page={section.heading} />
      {!actionData && wordFor(t.done, done) && <output className="notice">{wordFor(t.done, done)}</output>}
      <ErrorSummary errors={errors} />
      {merged && (
        <div className="notice notice--text" role="alert">
          <p>{t.merged(merged.by, merged.when)}</p>
          <h2>{t.whatChanged}</h2>
          <Difference changes={merged.changes} />
        </div>
      )}
      {conflict ? (
        <MergeForm conflict={conflict} />
      ) : (
        <div className="editor" {...langOfMinutes(language)}>
          <Outline
            outline={loaderData.outline}
            municipality={municipality.slug}
            paper={paper.id}
            current={section.id}
          />
          {plain ? (
            plainly
          ) : (
            <>
              <noscript>{plainly}</noscript>
              <SectionEditor data={loaderData} errors={errors} written={finding} key={section.id} />
            </>
          )}
        </div>
      )}
      {!conflict && (
        <p className="editor__ways">
          {plain && <>{section.saved ? t.lastSaved(section.saved.by, section.saved.when) : t.neverSaved} · </>}
          <a href={plain ? address : to.paperSection(municipality.slug, paper.id, section.id, { ren: "ja" })}>
            {plain ? t.toEditor : t.toPlain}
          </a>
        </p>
      )}
    </Page>
  );
}

/** A text that could not be saved is shown again, whatever became of its page. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  if (isRouteErrorResponse(error) && isKeptText(error.data)) return <KeptTextPage {...error.data} />;
  return <ErrorPage error={error} />;
}
