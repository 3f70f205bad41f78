import { isCertain, yearOf } from "./periods.ts";
import type { Mention } from "./mention.ts";

const FEWEST_TITLE_WORDS = 2;

/** Mentions of the items, each item by itself. */
export function byItem(mentions: Mention[]): Mention[][] {
  return [...Map.groupBy(mentions, ({ scope }) => scope).values()];
}

/** Mentions whose time is told, document by document; documents with one item only have nothing to compare. */
export function byDocument(mentions: Mention[]): Mention[][] {
  return [...Map.groupBy(mentions.filter(isTimed), ({ scope }) => scope.reading).values()].filter(hasSeveralScopes);
}

/**
 * Mentions of what was over when the paper was written, of the same case through the years in one body: by case number, and
 * by title without its times for papers that come again under a new number. Budgets and forecasts change from review to
 * review and are left out.
 */
export function byCase(mentions: Mention[]): Mention[][] {
  const fields = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (!isTimed(mention) || !isFinal(mention)) continue;
    for (const key of caseKeys(mention)) {
      const field = fields.get(key);
      if (field) field.push(mention);
      else fields.set(key, [mention]);
    }
  }
  return [...fields.values()].filter(hasSeveralScopes);
}

function isFinal({ scope, period, ownPeriod, core, marks }: Mention): boolean {
  const year = yearOf(period ?? "");
  const written = scope.reading.source.minutes?.date?.slice(0, 4);
  if (!ownPeriod || !year || !written || year > written || /forecast|adjusted|preliminary|target/.test(marks))
    return false;
  return ![...core].some((root) => PLANNED.test(root)) && (year < written || /-Q|-\d\d/.test(period ?? ""));
}

const PLANNED = /budget|overskud|underskud|forbrug|regnskab|ramme|beløb|bevilg|pulje|bespar|finansier/;

const isTimed = ({ period, scope }: Mention): boolean => scope.item !== null && period !== null && isCertain(period);

function hasSeveralScopes(mentions: Mention[]): boolean {
  return mentions.some(({ scope }) => scope !== mentions[0]?.scope);
}

function caseKeys({ scope }: Mention): string[] {
  const { minutes } = scope.reading.source;
  const body = `${minutes?.municipality ?? ""} ${minutes?.committee ?? ""}`;
  const number = scope.item?.caseNumber;
  const title = [...scope.title].sort();
  return [
    ...(number ? [`${body} nr ${number}`] : []),
    ...(title.length >= FEWEST_TITLE_WORDS ? [`${body} om ${title.join(" ")}`] : []),
  ];
}
