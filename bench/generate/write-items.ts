import { type Body, type Municipality, councilIndex, financeIndex, meetingDay } from "./bodies.ts";
import { type Day, dottedDay } from "./calendar.ts";
import { decide, decideOrNot } from "./decisions.ts";
import type { Decision, Item, Outcome } from "./item.ts";
import { matter, news, reference } from "./matters.ts";
import { type Attendance, attendanceAt } from "./people.ts";
import { attachments, subjects } from "./phrases.ts";
import {
  type CaseKey,
  type ItemPlan,
  type Kind,
  caseNumber,
  caseSeed,
  numberOnAgenda,
  previousTreatment,
} from "./plan.ts";
import { type Random, createRandom, seedOf } from "./random.ts";
import { type Context, type Noun, compound, fill } from "./template.ts";
import type { Field } from "./vocabulary.ts";

export type Sitting = {
  municipality: Municipality;
  body: Body;
  year: number;
  month: number;
  day: Day;
  attendance: Attendance;
};

const noun = (bare: string, definite: string, plural: string, pluralDefinite: string): Noun => ({
  bare,
  definite,
  plural,
  pluralDefinite,
  neuter: false,
});
const budgetTopic = noun("budgetkontrol", "budgetkontrollen", "budgetkontroller", "budgetkontrollerne");
const complaintTopic = noun("klagestatistik", "klagestatistikken", "klagestatistikker", "klagestatistikkerne");
const inspectionTopic = noun("kontrolindsats", "kontrolindsatsen", "kontrolindsatser", "kontrolindsatserne");
const strategyOf: Record<Field, string> = {
  work: "rekrutteringsstrategi",
  schools: "skolestrategi",
  care: "værdighedsstrategi",
  environment: "klimastrategi",
  finance: "ejerstrategi",
};

/** What a case is about. It follows from where the case began, so all bodies and years give it the same name. */
function subjectOf(kind: Kind, sitting: Sitting, key: CaseKey): { topic: Noun; title: string } {
  const { municipality, body, year, month } = sitting;
  if (kind === "budget")
    return {
      topic: budgetTopic,
      title: `budgetkontrol pr. 1. ${month === 4 ? "marts" : month === 6 ? "maj" : "september"} ${year}`,
    };
  if (kind === "complaints")
    return {
      topic: complaintTopic,
      title: month === 5 ? `klagestatistik ${year - 1}` : `klagestatistik 1.-3. kvartal ${year}`,
    };
  if (kind === "inspection")
    return { topic: inspectionTopic, title: `kontrolgruppens arbejde og resultater i ${year - 1}` };
  const field = municipality.bodies[key.body]?.field ?? body.field;
  if (kind === "strategy") {
    const name = strategyOf[field];
    return { topic: noun(name, `${name}en`, `${name}er`, `${name}erne`), title: `status på ${name}ens handleplan` };
  }
  const random = createRandom(caseSeed(municipality.index, key));
  const topic = compound({ random, field });
  const context: Context = { random, field, municipality, year: key.year, topic };
  const trial = kind === "pilot" ? "prøvehandling med " : "";
  return { topic, title: trial + fill(random.pick(subjects), context) };
}

/** How an item is to be treated; `proposal` is what is recommended about its topic. */
type Manner = { opening: string; role: string; proposal: (topic: string) => string; outcome: Outcome; text: string };
const manners: Record<string, Manner> = {
  decide: {
    opening: "Beslutning om",
    role: "beslutter",
    proposal: (topic) => `beslutter, at ${topic} gennemføres som beskrevet`,
    outcome: "approved",
    text: "Godkendt.",
  },
  approve: {
    opening: "Godkendelse af",
    role: "godkender",
    proposal: (topic) => `godkender ${topic}`,
    outcome: "approved",
    text: "Godkendt.",
  },
  note: {
    opening: "Orientering om",
    role: "til efterretning",
    proposal: (topic) => `tager orienteringen om ${topic} til efterretning`,
    outcome: "noted",
    text: "Til efterretning.",
  },
  discuss: {
    opening: "Temadrøftelse om",
    role: "drøfter",
    proposal: (topic) => `drøfter ${topic}`,
    outcome: "discussed",
    text: "Drøftet.",
  },
  recommend: {
    opening: "Beslutning om",
    role: "anbefaler",
    proposal: (topic) => `anbefaler Byrådet at godkende ${topic}`,
    outcome: "recommended",
    text: "Anbefales.",
  },
};

function mannerOf(kind: Kind, body: Body, random: Random): Manner {
  const name = {
    budget: body.kind === "finance" ? "recommend" : "approve",
    theme: "discuss",
    complaints: "note",
    inspection: "note",
    strategy: "note",
    orientation: "note",
    project: "note",
    followUp: "note",
    pilot: random.chance(0.5) ? "decide" : "note",
    path: body.kind === "council" ? "decide" : "recommend",
    decision: random.chance(0.5) ? "decide" : "approve",
  }[kind as string];
  return manners[name ?? "decide"] as Manner;
}

/** The bodies a matter goes through, in order, up to and including this one for decisions. */
function pathOf(sitting: Sitting, key: CaseKey): { body: Body; day: Day; role: string }[] {
  const { municipality, year, month } = sitting;
  const step = (index: number, role: string) => {
    const body = municipality.bodies[index] as Body;
    return { body, day: meetingDay(municipality.index, body, year, month), role };
  };
  return [step(key.body, "anbefaler"), step(financeIndex, "anbefaler"), step(councilIndex, "beslutter")];
}

/** A decision on the path follows from the case and the body, so every paper quotes it alike. */
function pathDecision(municipality: Municipality, key: CaseKey, { body, day }: { body: Body; day: Day }): Decision {
  const random = createRandom(seedOf(53, caseSeed(municipality.index, key), body.index));
  const attendance = attendanceAt(municipality.index, body, day);
  const council = body.kind === "council";
  return decide(
    { random, body, day, attendance },
    council ? "approved" : "recommended",
    council ? "Godkendt." : "Anbefales.",
  );
}

function references(sitting: Sitting, kind: Kind, key: CaseKey): string[] {
  const { municipality, body, year, month } = sitting;
  const dayOf = (at: Body, when: { year: number; month: number }): Day =>
    meetingDay(municipality.index, at, when.year, when.month);
  const previous = previousTreatment(municipality.index, body, year, month, key);
  const own = previous === null ? [] : [reference(null, dayOf(body, previous), previous.number)];
  if (kind !== "path" || body.kind === "committee") return own;
  const committee = municipality.bodies[key.body] as Body;
  const number = numberOnAgenda(municipality.index, committee, year, month, key);
  return number === null ? own : [...own, reference(committee.name, dayOf(committee, { year, month }), number)];
}

const plain = (number: number, title: string): Item => ({
  number,
  title,
  closed: false,
  caseNumber: null,
  attachments: [],
  treatment: [],
  summary: [],
  recommendation: null,
  decisions: [],
  blocks: [],
  economy: null,
});

function withoutCase(plan: ItemPlan, sitting: Sitting, random: Random): Item {
  const { municipality, body, day, attendance, year } = sitting;
  const said = { body: body.name, day, remarks: [], attendance };
  if (plan.kind === "signatures")
    return { ...plain(plan.number, "Underskriftsark"), attachments: [`Underskriftsark ${dottedDay(day)}`] };
  if (plan.kind === "agenda") {
    const text = random.chance(0.9) ? "Godkendt." : "Dagsordenen blev godkendt med en ændret rækkefølge.";
    return { ...plain(plan.number, "Godkendelse af dagsorden"), decisions: [{ ...said, outcome: "approved", text }] };
  }
  const { field } = body;
  const topic = compound({ random, field });
  const { list, answers } = news({ random, field, municipality, year, topic });
  return {
    ...plain(plan.number, "Meddelelser til orientering"),
    attachments: [`Oversigt over ${topic.plural} ${dottedDay(day)}`],
    decisions: [{ ...said, outcome: "noted", text: answers }],
    blocks: [list],
  };
}

/** One item of a meeting, all of it: what it is called, what it says and what was decided. */
export function writeItem(plan: ItemPlan, sitting: Sitting): Item {
  const { municipality, body, year, month, day, attendance } = sitting;
  const random = createRandom(seedOf(59, municipality.index, body.index, year, month, plan.number));
  const key = plan.case;
  if (key === null) return withoutCase(plan, sitting, random);
  const { topic, title } = subjectOf(plan.kind, sitting, key);
  const number = caseNumber(municipality.index, key, municipality.layout === "kle");
  const setting = { random, body, day, attendance };
  if (plan.kind === "closed") {
    return {
      ...plain(plan.number, `Forhandling om ${topic.bare}`),
      closed: true,
      caseNumber: number,
      decisions: [decide(setting, "approved", "Godkendt.")],
    };
  }
  const manner = mannerOf(plan.kind, body, random);
  const context: Context = { random, field: body.field, municipality, year, topic };
  const content = matter(plan.kind, context, month);
  const onPath = plan.kind === "path" ? pathOf(sitting, key) : [{ body, day, role: manner.role }];
  const upToHere = onPath.filter(
    (step) => onPath.findIndex((other) => other.body.index === body.index) >= onPath.indexOf(step),
  );
  const proposed =
    plan.kind === "path" ? "udvalgene anbefaler Byrådet" : `${body.name} ${manner.proposal(topic.definite)}`;
  const points =
    plan.kind === "path"
      ? [`at ${topic.definite} gennemføres.`, `at udgiften finansieres af ${compound(context).definite}.`]
      : [];
  const again = plan.kind === "followUp" ? "Opfølgning på" : manner.opening;
  return {
    number: plan.number,
    title: `${again} ${title}`,
    closed: false,
    caseNumber: number,
    attachments: Array.from(
      { length: random.between(0, 3) },
      (_, index) => `Bilag ${index + 1}. ${fill(random.pick(attachments), context)}`,
    ),
    treatment: onPath.map((step) => ({ body: step.body.name, role: step.role, day: step.day })),
    summary: [...references(sitting, plan.kind, key), ...content.summary],
    recommendation: { lead: `Administrationen indstiller, at ${proposed}`, points },
    decisions:
      plan.kind === "path"
        ? upToHere.map((step) => pathDecision(municipality, key, step))
        : [decideOrNot(setting, manner.outcome, manner.text)],
    blocks: content.blocks,
    economy: content.economy,
  };
}
