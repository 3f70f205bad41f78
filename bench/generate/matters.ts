import { longDay, monthName } from "./calendar.ts";
import type { Block } from "./item.ts";
import { decimal, share, whole } from "./numbers.ts";
import { announcements, bullets, economies, general, headings, ofField, promises, summaries } from "./phrases.ts";
import type { Kind } from "./plan.ts";
import {
  budgetTable,
  complaintFigures,
  inspectionTable,
  modelTable,
  outcomeTable,
  receivedTable,
  seriesTable,
  targetTable,
} from "./tables.ts";
import { type Context, capitalise, compound, deal, fill } from "./template.ts";

type Sentences = (count: number) => string;

/** Sentences for one item, none of them twice until all have been used. */
function speak(context: Context): Sentences {
  const { random, field } = context;
  const [any, own] = [deal(general, random), deal(ofField[field], random)];
  return (count) => {
    let text = fill((random.chance(0.4) ? own : any)(), context);
    for (let left = count - 1; left > 0; left -= 1) text += ` ${fill((random.chance(0.4) ? own : any)(), context)}`;
    return text;
  };
}

function list(context: Context): string {
  const next = deal(bullets, context.random);
  return Array.from({ length: context.random.between(3, 6) }, () => `- ${fill(next(), context)}`).join("\n");
}

/** Headings with paragraphs under them, and lists here and there. */
function prose(context: Context, say: Sentences, sections: number): Block[] {
  const { random } = context;
  const heading = deal(headings, random);
  const blocks: Block[] = [];
  for (let section = 0; section < sections; section += 1) {
    if (section > 0) blocks.push({ heading: fill(heading(), context) });
    for (let left = random.between(1, 3); left > 0; left -= 1) blocks.push(say(random.between(2, 4)));
    if (random.chance(0.35)) blocks.push(`${say(1)} Det drejer sig om:`, list(context));
  }
  return blocks;
}

const process = (context: Context): Block[] => [
  { heading: "Den videre proces" },
  fill(context.random.pick(promises), context),
];

function complaintBlocks(context: Context, say: Sentences, month: number): Block[] {
  const { random, year } = context;
  const figures = complaintFigures(random, 2);
  const period =
    month === 5 ? [String(year - 1), String(year - 2)] : [`1.-3. kvartal ${year}`, `1.-3. kvartal ${year - 1}`];
  const [now, before] = [0, 1].map((at) => (figures.received[0]?.[at] ?? 0) + (figures.received[1]?.[at] ?? 0)) as [
    number,
    number,
  ];
  const decided = figures.outcomes.reduce((total, line) => total + (line[0] ?? 0), 0);
  const upheld = figures.outcomes[0]?.[0] ?? 0;
  const change = now >= before ? "flere" : "færre";
  return [
    `${context.municipality.name} Kommune har modtaget ${whole(now)} klager. Det er ${whole(Math.abs(now - before))} ${change} end i den tilsvarende periode, svarende til ${share(Math.abs(now - before), before)} %. Klagerne genvurderes i Klageenheden, før de sendes til Ankestyrelsen.`,
    receivedTable(figures, period),
    { heading: "Ankestyrelsens afgørelser" },
    `Ankestyrelsen har realitetsbehandlet ${decided} sager og stadfæstet ${upheld} af dem. Stadfæstelsesprocenten er ${share(upheld, decided)}, og målet er mindst 80.`,
    outcomeTable(figures, period),
    ...prose(context, say, 2),
    { heading: "Den videre proces" },
    `Klagestatistikken fremlægges halvårligt og næste gang i ${month === 5 ? `november ${year}` : `maj ${year + 1}`}.`,
  ];
}

function budgetBlocks(context: Context, say: Sentences): { blocks: Block[]; summary: string } {
  const areas = Array.from({ length: context.random.between(3, 6) }, () => `${capitalise(compound(context).definite)}`);
  const { text, budget, left } = budgetTable(context, areas);
  const result = `et samlet ${left < 0 ? "underskud" : "overskud"} på ${decimal(Math.abs(left) / 1000)} mio. kr.`;
  return {
    summary: `Administrationen har udarbejdet en budgetkontrol, og der forventes ${result} i forhold til det korrigerede budget på ${decimal(budget / 1000)} mio. kr.`,
    blocks: [
      `Tabellen nedenfor viser det samlede, forventede regnskab for ${context.year}.`,
      text,
      ...prose(context, say, 5),
    ],
  };
}

/** What a paper says, by its kind: the first paragraph of the summary and the presentation. */
export function matter(
  kind: Kind,
  context: Context,
  month: number,
): { summary: string[]; blocks: Block[]; economy: string } {
  const { random } = context;
  const economy = fill(random.skewed(economies), context);
  const say = speak(context);
  const summary = [fill(random.pick(summaries), context), say(2)];
  if (kind === "budget") {
    const budget = budgetBlocks(context, say);
    return { summary: [budget.summary, say(1)], blocks: budget.blocks, economy };
  }
  if (kind === "complaints") return { summary, blocks: complaintBlocks(context, say, month), economy };
  const table = { inspection: inspectionTable, path: modelTable, project: targetTable, orientation: seriesTable }[
    kind as string
  ];
  const shown: Block[] =
    table === undefined ? [] : [{ heading: `${capitalise(context.topic.definite)} i tal` }, table(context)];
  return {
    summary,
    blocks: [...prose(context, say, 3), ...shown, ...prose(context, say, 2), ...process(context)],
    economy,
  };
}

/** Numbered announcements, and an answer to each. */
export function news(context: Context): { list: string; answers: string } {
  const { random } = context;
  const count = random.between(3, 7);
  const lines = Array.from(
    { length: count },
    (_, index) => `${index + 1}. ${fill(random.pick(announcements), context)}`,
  );
  const answer = (): string =>
    random.chance(0.85)
      ? "Til efterretning."
      : `Til efterretning. Udvalget ønsker en status i ${monthName(random.between(1, 12))} ${context.year + 1}.`;
  return { list: lines.join("\n"), answers: lines.map((_, index) => `${index + 1}. ${answer()}`).join("\n") };
}

/** "På mødet den 14. maj 2024 (sag 40) ..." */
export function reference(
  body: string | null,
  day: { year: number; month: number; day: number },
  number: number,
): string {
  const when = `den ${longDay(day)}`;
  if (body === null) return `Udvalget behandlede senest sagen på mødet ${when} (sag ${number}).`;
  return `${body} behandlede sagen ${when} (sag nr. ${number}).`;
}
