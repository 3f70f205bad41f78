import { comparePapers } from "#papers/compare.ts";
import type { PaperContent } from "#papers/snapshots.ts";
import { findSnapshot, listSnapshots, readContent } from "#papers/snapshots.ts";
import { textOf } from "#rich-text/text-of.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Choice } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { longDate, moment } from "../../web/formats.ts";
import type { Language } from "../../web/language.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/versions";
import { Comparison } from "./Comparison.tsx";
import { enterPaper, headOf } from "./enter.ts";
import { paperMessages } from "./messages.ts";
import { versionMessages } from "./messages-versions.ts";
import { paperTrail } from "./paper-trail.ts";
import { PaperHeading } from "./PaperHeading.tsx";

const NOW = "nu";

export async function loader(args: Route.LoaderArgs) {
  const entered = await enterPaper(args);
  const { db, municipality, paper, language } = entered;
  const snapshots = await listSnapshots(db, municipality.id, paper.id);
  const query = new URL(args.request.url).searchParams;
  const newest = snapshots[0]?.number.toString();
  const [from, to] = [query.get("fra") ?? newest, query.get("til") ?? NOW];
  const read = (version: string | undefined): Promise<PaperContent | undefined> | undefined =>
    version === NOW
      ? readContent(db, municipality.id, paper.id)
      : version && /^\d{1,6}$/.test(version)
        ? findSnapshot(db, municipality.id, paper.id, Number(version))
        : undefined;
  const [before, after] = await Promise.all([read(from), read(to)]);
  if (query.has("fra") && !(before && after)) throw notFound({ municipality });
  return {
    ...headOf(entered),
    versions: snapshots.map(({ number, occasion, at }) => ({ number, occasion, when: moment(at, language) })),
    from: from ?? NOW,
    to,
    parts:
      before && after
        ? comparePapers(before, after, lineWords(language), (blocks) => textOf({ type: "doc", content: blocks }).trim())
        : null,
  };
}

function lineWords(language: Language) {
  const [t, { bodyRoles }] = [versionMessages[language], paperMessages[language]];
  return {
    closed: t.closed,
    open: t.open,
    deadline: (day: string) => t.deadline(longDate(day, language)),
    step: ({ committee, role, date }: PaperContent["path"][number]) =>
      t.step(committee, bodyRoles[role], date && longDate(date, language)),
    point: ({ number, text, committee }: PaperContent["recommendations"][number]) => t.point(number, text, committee),
    attachment: ({ name, closed }: PaperContent["attachments"][number]) => t.attachment(name, closed),
  };
}

export default function Versions({ loaderData }: Route.ComponentProps) {
  const { municipality, paper, versions, from, to: until, parts } = loaderData;
  const { t, to, language } = useLanguage(versionMessages);
  const { t: words } = useLanguage(paperMessages);
  const choices = [
    { value: NOW, text: t.now },
    ...versions.map(({ number, occasion, when }) => ({
      value: String(number),
      text: t.version(number, words.occasions[occasion], when),
    })),
  ];
  const nameOf = (version: string) => choices.find(({ value }) => value === version)?.text ?? version;
  return (
    <Page title={t.title} municipality={municipality} trail={paperTrail(language, municipality, paper, t.title)}>
      <PaperHeading paper={paper} page={t.title} />
      <p className="lead">{t.lead}</p>
      {versions.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneLead}</p>
        </EmptyState>
      ) : (
        <form method="get" action={to.paperVersions(municipality.slug, paper.id)} className="version-choice">
          <Choice label={t.from} name="fra" value={from} choices={choices} />
          <Choice label={t.to} name="til" value={until} choices={choices} />
          <button type="submit" className="button button-primary">
            {t.show}
          </button>
        </form>
      )}
      {parts && <Comparison parts={parts} from={nameOf(from)} to={nameOf(until)} />}
    </Page>
  );
}
