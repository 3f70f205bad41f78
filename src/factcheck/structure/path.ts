import { sameBody } from "#minutes/bodies.ts";
import type { Item, Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { danishDate } from "./days.ts";
import type { MeetingMention } from "./mentions.ts";
import { evidenceAt, isOwn, linesIn, type Page, tell, within } from "./page.ts";

const ROLES: [RegExp, string][] = [
  [/godkend|vedtag|tiltræd/i, "approves"],
  [/beslut|afgør/i, "decides"],
  [/anbefal|indstil/i, "recommends"],
  [/drøft/i, "discusses"],
  [/efterretning|orienter/i, "notes"],
];
const OUTCOMES: [RegExp, string][] = [
  [/^(?:indstillingen )?(?:blev )?godkendt\.?$/i, "approved"],
  [/^(?:indstillingen )?anbefales(?: godkendt)?\.?$/i, "recommended"],
  [/^(?:taget )?til efterretning\.?$/i, "noted"],
];

/** The political path of an item against its decisions: days, bodies and what each body was to do. */
export function checkPaths(page: Page, meetings: MeetingMention[]): Finding[] {
  return (page.minutes?.items ?? []).flatMap((item) => {
    const inItem = within(meetings, item.span);
    const path = inItem.filter(({ kind }) => kind === "path");
    const heads = inItem.filter(({ kind }) => kind === "head");
    if (path.length === 0) return [];
    return [
      ...sameDays(page, path, heads),
      ...ownDay(page, path),
      ...missing(page, item, path, heads),
      ...rolesAndOutcomes(page, path, heads, item.span),
    ];
  });
}

/** The same body once in the path and once among the decisions, on two days. */
function sameDays(page: Page, path: MeetingMention[], heads: MeetingMention[]): Finding[] {
  return path.flatMap((step) => {
    const decisions = heads.filter(({ body }) => sameBody(body, step.body));
    const steps = path.filter(({ body }) => sameBody(body, step.body));
    const [decision] = decisions;
    if (!decision || decisions.length > 1 || steps.length > 1) return [];
    const holds = decision.date.iso === step.date.iso;
    if (isOwn(page, step.body) && !holds && decision.date.iso !== page.minutes?.date) return [];
    return tell(page, {
      check: "date",
      verdict: holds ? "ok" : "error",
      span: step.span,
      stated: danishDate(step.date.iso),
      computed: danishDate(decision.date.iso),
      explanation: holds
        ? `Sagen er behandlet den ${danishDate(step.date.iso)}, som vejen for sagen siger.`
        : `Efter den politiske behandling skulle ${step.body} have sagen den ${danishDate(step.date.iso)}, men beslutningen er dateret den ${danishDate(decision.date.iso)}.`,
      evidence: [evidenceAt(page, decision.span)],
    });
  });
}

/** A path that names the meeting's own body on another day only. */
function ownDay(page: Page, path: MeetingMention[]): Finding[] {
  const date = page.minutes?.date;
  const own = path.filter(({ body }) => isOwn(page, body));
  const [step] = own;
  if (!date || !step || own.length > 1 || step.date.iso === date) return [];
  const isSlip = step.date.iso.slice(0, 7) === date.slice(0, 7) || step.date.iso.slice(4) === date.slice(4);
  if (!isSlip) return [];
  return [
    tell(page, {
      check: "date",
      verdict: "error",
      span: step.span,
      stated: danishDate(step.date.iso),
      computed: danishDate(date),
      explanation: `Efter den politiske behandling skulle udvalget have sagen den ${danishDate(step.date.iso)}, men mødet er holdt den ${danishDate(date)}.`,
    }),
  ];
}

/** A body whose day has passed and whose decision is not there, though those of other earlier bodies are. */
function missing(page: Page, { span }: Item, path: MeetingMention[], heads: MeetingMention[]): Finding[] {
  const date = page.minutes?.date;
  const others = heads.filter(({ body }) => !isOwn(page, body));
  if (!date || others.length < 2) return [];
  return path.flatMap((step) => {
    if (step.date.iso > date || isOwn(page, step.body)) return [];
    if (heads.some(({ body }) => sameBody(body, step.body))) return [];
    if (page.text.slice(step.span.end, span.end).includes(step.body)) return [];
    return tell(page, {
      check: "other",
      verdict: "warning",
      span: step.span,
      stated: step.body,
      computed: null,
      explanation: `${step.body} skulle have sagen den ${danishDate(step.date.iso)}, men udvalgets beslutning står der ikke; den kan være kommet senere.`,
      evidence: others.slice(0, 2).map((head) => evidenceAt(page, head.span)),
    });
  });
}

/** "(anbefaler)" and then "Godkendt.": the body may not decide, or the path is wrong. "beslutter" and "Godkendt" agree. */
function rolesAndOutcomes(page: Page, path: MeetingMention[], heads: MeetingMention[], item: Span): Finding[] {
  return heads.flatMap((head, index) => {
    const steps = path.filter(({ body }) => sameBody(body, head.body));
    const [step] = steps;
    if (!step || steps.length > 1) return [];
    const role = /\(([^()]+)\)/.exec(page.text.slice(step.span.start, step.span.end))?.[1] ?? "";
    const roles = ROLES.filter(([pattern]) => pattern.test(role)).map(([, name]) => name);
    const end = Math.min(heads[index + 1]?.span.start ?? item.end, head.span.end + 600);
    const lines = linesIn(page, { start: head.span.end, end }).filter(
      ({ label }) =>
        !/^(?:fraværende|fravær|afbud|stedfortræder|ikke til stede)\b/i.test(label) && /\p{L}/u.test(label),
    );
    const line = lines[0];
    const outcome = OUTCOMES.find(([pattern]) => line && pattern.test(line.label))?.[1];
    if (!line || !outcome || roles.length !== 1) return [];
    const clash = CLASHES[roles[0] as string]?.includes(outcome);
    const agrees = AGREES[roles[0] as string]?.includes(outcome);
    if (!clash && !agrees) return [];
    return tell(page, {
      check: "other",
      verdict: clash ? "warning" : "ok",
      span: line.span,
      computed: role,
      explanation: clash
        ? `${head.body} står som »${role}« i den politiske behandling, men beslutningen er »${line.label}«; et af stederne kan være forkert, eller rollen er ændret undervejs.`
        : `Beslutningen »${line.label}« passer til rollen »${role}«.`,
      evidence: [evidenceAt(page, step.span)],
    });
  });
}

const CLASHES: Record<string, string[]> = {
  recommends: ["approved", "noted"],
  notes: ["approved", "recommended"],
  approves: ["recommended", "noted"],
  decides: ["recommended"],
};
const AGREES: Record<string, string[]> = {
  recommends: ["recommended"],
  notes: ["noted"],
  approves: ["approved"],
  decides: ["approved"],
};
