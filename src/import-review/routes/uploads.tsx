import { listBatches } from "#import-review/queries.ts";
import { wordFor } from "#web/word-for.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { ErrorSummary } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { moment } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/uploads";
import { enter } from "./enter.ts";
import { importMessages } from "./messages.ts";
import { Uploader } from "./Uploader.tsx";

export const handle = { hydrate: true };

export async function loader(args: Route.LoaderArgs) {
  const { db, municipality } = await enter(args);
  const query = new URL(args.request.url).searchParams;
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    batches: await listBatches(db, municipality.id),
    fault: query.get("fejl"),
    discarded: query.has("smidt"),
  };
}

export default function Uploads({ loaderData }: Route.ComponentProps) {
  const { municipality, batches, fault, discarded } = loaderData;
  const { t, to, language } = useLanguage(importMessages);
  const states = ["waiting", "read", "refused", "wanted", "imported"] as const;
  return (
    <Page title={t.title} municipality={municipality} trail={[{ text: t.title }]}>
      <h1>{t.title}</h1>
      <p className="font-lead">{t.lead}</p>
      {discarded && <output className="notice">{t.discarded}</output>}
      <ErrorSummary errors={fault === null ? undefined : { files: faultText(t, fault) }} />
      <Uploader municipality={municipality.slug} />
      <section>
        <h2>{t.earlier}</h2>
        {batches.length === 0 ? (
          <EmptyState title={t.nothingYet}>
            <p>{t.nothingYetLead}</p>
          </EmptyState>
        ) : (
          <ul className="plain-list">
            {batches.map(({ id, begunAt, begunByName, states: counts }) => (
              <li key={id}>
                <a href={to.importBatch(municipality.slug, id)}>{t.upload(moment(begunAt, language))}</a>
                <p className="row-facts">
                  {[
                    begunByName,
                    ...states.flatMap((state) => (counts[state] ? [t.inState[state](counts[state])] : [])),
                  ].join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
}

type Messages = (typeof importMessages)["da"];

export function faultText(t: Messages, fault: string): string {
  const texts: Record<string, string> = {
    expired: t.expired,
    "too-large": t.requestTooLarge,
    "too-many": t.tooMany,
    none: t.none,
  };
  return wordFor(texts, fault) ?? t.broken;
}
