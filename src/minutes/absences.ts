import type { Attendance, Participant } from "./model.ts";
import { looksLikeName, NAME_SHORT, normaliseName, parsePeople } from "./people.ts";

/** Who was not there for a decision, and who sat in their place. */
export type Absence = { absent: Participant[]; substitutes: Participant[] };

const LABEL =
  /^(fraværende(?: med afbud| uden afbud| og stedfortrædere?)?(?: var| er)?|fravær(?: med afbud)?|afbud(?: fra)?|ikke (?:til ?stede|mødt)|ej til ?stede|ej tilstede|deltog ikke|stedfortrædere?|suppleant(?:er)?|mødt som stedfortræder|som stedfortræder(?: mødte)?)\s*(:|-(?= )|(?=\s+[A-ZÆØÅ])|$)\s*(.*)$/is;
const NAME = String.raw`(?:(?:${NAME_SHORT})\.|[A-ZÆØÅÉÖÜ][\p{L}'’-]+|(?:[A-ZÆØÅ]\.)+)`;
const PERSON = String.raw`${NAME}(?: (?:${NAME}|von|van|de|der|af|el|al))*(?: ?\([^()]{0,30}\))?`;
const PEOPLE = String.raw`${PERSON}(?:(?:,| og|, og| samt| &) ${PERSON})*`;
const NOT_PRESENT = new RegExp(
  String.raw`^(${PEOPLE})(?:, (?:\d\. )?(?:næst)?formand)?(?:,)? (deltog ikke(?! (?:i|under|på)[^.\n]{0,40}(?:punkt|pkt|sag)[a-z]*\.?:? ?\d)(?! under punkterne)(?: (?:i|på|under) [^.,;\n]{0,90})?|(?:var|er) (?:ikke til ?stede|fraværende|forhindret(?: i at deltage[^.,;\n]{0,60})?|ikke mødt)|havde (?:meldt )?(?:afbud|lovligt forfald|forfald)|har meldt afbud|mødte ikke|udeblev(?: uden afbud)?)(?: pga\.? .{0,40}| grundet .{0,40})?[.,;]?(?=\s|$)`,
  "u",
);
const EVERYBODY_BUT = new RegExp(
  String.raw`^(?:alle |samtlige )?(?:udvalgets |kommunalbestyrelsens |byrådets |rådets )?medlemmer(?:ne)? (?:var|er|deltog) .{0,40}(?:undtagen|bortset fra|på nær|med undtagelse af):? (${PEOPLE})`,
  "iu",
);
const IN_STEAD = new RegExp(
  String.raw`^(?:i stedet|som (?:stedfortræder|suppleant)) for (${PERSON}) (?:deltog|mødte|deltager) (${PERSON})`,
  "iu",
);
const EXCUSED_WITH = new RegExp(
  String.raw`^(?:der (?:er|var) )?afbud fra (${PERSON}),? (?:stedfortræder|suppleant)(?: er|:)? (${PERSON})`,
  "iu",
);
const EXCUSED_FROM = new RegExp(String.raw`^(?:der (?:er|var) )?(?:afbud|meldt afbud) fra (${PEOPLE})`, "iu");
const IN_PLACE_OF = new RegExp(
  String.raw`(${PERSON}) (?:deltog|deltager|mødte|var mødt|er mødt|indtrådte|deltog på mødet|var indkaldt|er indkaldt|indkaldt)(?: (?:i|på) mødet)?(?: (?:i stedet for|som (?:stedfortræder|suppleant)(?:er)? for|for)) (${PERSON})`,
  "u",
);
const CALLED_FOR = new RegExp(
  String.raw`(?:indkaldt|indkaldte) (${PERSON}) som (?:stedfortræder|suppleant) for (${PERSON})`,
  "u",
);
const DASHED = new RegExp(
  String.raw`(${PERSON}) ?[-–:] ?(${PERSON}) (?:mødte|deltager|deltog|er indkaldt|var indkaldt|møder)(?: som)? (?:stedfortræder|suppleant)`,
  "u",
);
const REPLACED_BY = new RegExp(
  String.raw`(${PERSON}) (?:var|er|havde) (?:fraværende|afbud|meldt afbud|lovligt forfald|forhindret)[.,]? (?:som (?:stedfortræder|suppleant) (?:deltog|mødte)|(${PERSON}) (?:var|er|blev) indkaldt som (?:stedfortræder|suppleant)|og (${PERSON}) deltog i stedet) ?(${PERSON})?`,
  "iu",
);
/** "Lis Overby (A), i stedet mødte Karsten Damborg (A)" */
const INSTEAD = new RegExp(
  String.raw`(${PERSON})[,;]? (?:hvor |og )?i stedet (?:mødte|deltog|deltager|var indkaldt|er indkaldt) (${PERSON})`,
  "u",
);
const AS_SUBSTITUTE = new RegExp(
  String.raw`^(?:(?:som (?:stedfortræder|suppleant)(?:er)?|i stedet) (?:deltog|mødte|deltager) (${PEOPLE})|(?:stedfortræder|suppleant)(?:en|er)?:? (${PEOPLE}) (?:deltog|mødte|deltager|er mødt))`,
  "iu",
);
const NAMED_SUBSTITUTE = new RegExp(String.raw`^(${PERSON}),? (?:stedfortræder|suppleant)(?: er|:)? (${PERSON})`, "u");
const BRACKETED = new RegExp(
  String.raw`(${NAME}(?: (?:${NAME}|von|van|de|der|af))*)(?: ?\([A-ZÆØÅ]{1,3}\))? \((?:stedfortræder|suppleant): ?([^)]+)\)`,
  "gu",
);
const WORDS =
  /fravær|undtagen|undtagelse|bortset fra|på nær|afbud|til ?stede|deltog|mødte|stedfortræder|suppleant|forhindret|forfald|i stedet|udeblev|deltager|ikke mødt/i;

/**
 * Reads a line, or a few sentences, about who was away.
 *
 *     readAbsence("Fraværende: Torben Johansen (C)")
 *     readAbsence("Anders Krojgaard Lund og Piratheep Rabindranath deltog ikke i mødet.")
 *     readAbsence("Evan Lynnerup (V) - Marianne Kiærulff (V) mødte som stedfortræder.")
 *
 * Null when the text is about something else, or also about something else.
 */
export function readAbsence(text: string): Absence | null {
  if (!WORDS.test(text)) return null;
  text = withoutBody(text).replace(/(?<=\.) \d{1,3}(?: \d{1,3})?$/, "");
  const label = LABEL.exec(text);
  if (label && (label[2] === ":" || label[2] === "-" || isPeople(label[3] as string) || label[3] === ""))
    return fromLabel((label[1] as string).toLowerCase(), label[3] as string);
  const absence: Absence = { absent: [], substitutes: [] };
  let rest = text.trim();
  while (rest !== "") {
    const used = takeSentence(rest, absence);
    if (used === 0) return null;
    rest = rest.slice(used).replace(/^[\s.;]+/, "");
  }
  return absence.absent.length + absence.substitutes.length > 0 ? absence : null;
}

/** "Fraværende i Børne- og Familieudvalget, 13. marts 2023:", "Ikke til stede ved punktets behandling:" */
const IN_BODY =
  /^(fraværende|afbud|fravær|ikke til ?stede|ej til ?stede)(?: i [A-ZÆØÅ][^:\n]{5,90}| (?:ved|under|til) [^:\n]{3,60}):/i;

/** "Følgende deltog ikke på mødet:" */
const THE_FOLLOWING =
  /^(?:følgende|disse)(?: medlemmer)? (?:deltog ikke|var fraværende|var ikke til ?stede|mødte ikke|havde (?:meldt )?(afbud))[^:\n]{0,40}:/i;

/** A label as the short words it stands for. */
function withoutBody(text: string): string {
  return text.replace(IN_BODY, "$1:").replace(THE_FOLLOWING, (_, excused) => (excused ? "Afbud:" : "Fraværende:"));
}

/** Whether a line is an absence label whose names stand on the lines below. */
export function isOpenAbsenceLabel(text: string): boolean {
  const label = LABEL.exec(withoutBody(text));
  return label !== null && label[3] === "";
}

/** "Stedfortræder for Ole Brink (A) var Nis Friis (A)" */
const FOR_WAS = new RegExp(
  String.raw`(?:[Ss]tedfortræder|[Ss]uppleant) for (${PERSON})(?: var| er|:) (${PERSON})`,
  "u",
);

/** "stedfortræder Ulrik Gade (V) deltog i behandlingen", "I stedet indtrådte Ulrik Gade (V)" */
const STEPPED_IN = new RegExp(
  String.raw`(?:(?:[Ss]tedfortræder(?:en)?|[Ss]uppleant(?:en)?),? (${PERSON}),? (?:deltog|deltager|indtrådte|mødte|overtog)|[Ii] stedet (?:deltog|indtrådte|mødte) (${PERSON})|(${PERSON}) (?:deltog|indtrådte|mødte) (?:i stedet|som (?:stedfortræder|suppleant))(?! for))`,
  "u",
);

/**
 * Substitutes named inside a longer text ("havde indkaldt X (A) som stedfortræder for Y (A)"), `away` being those whom
 * the decision names as absent: one alone is the one replaced.
 */
export function findSubstitutes(text: string, away: Participant[] = []): Participant[] {
  if (!/stedfortræder|suppleant|i stedet/i.test(text)) return [];
  const named = FOR_WAS.exec(text);
  if (named) return [substitute(named[2] as string, named[1] as string)];
  const match = CALLED_FOR.exec(text) ?? IN_PLACE_OF.exec(text);
  if (match) return [substitute(match[1] as string, match[2] as string)];
  const stepped =
    away.length > 0
      ? STEPPED_IN.exec(text)
          ?.slice(1)
          .find((name) => name !== undefined)
      : undefined;
  if (stepped === undefined || !isPeople(stepped)) return [];
  return parsePeople(stepped, "substitute").map((person) => ({
    ...person,
    substituteFor: away.length === 1 ? (away[0] as Participant).name : null,
  }));
}

/** "Eva Rask (A) var inhabil", "Ib Kjær forlod lokalet under behandlingen" (styrelsesloven § 14). */
const RECUSED = new RegExp(
  String.raw`(?:^|\.\s|\n)(${PEOPLE}),? (?:(?:var|er|blev|erklærede sig|blev erklæret|meldte sig|blev kendt) inhabile?(?!\p{L})|(?:forlod|gik uden for) (?:mødet|lokalet|mødelokalet|salen|døren)? ?(?:under|på grund af|pga\.?|grundet) (?:(?:sagens |punktets )?(?:behandling|drøftelse)|inhabilitet|punktet|dette punkt|sagen)|forlod mødet (?:kl\. ?\d[\d.:]* )?(?:inden|før) (?:(?:behandlingen|drøftelsen) af )?(?:punktet|dette punkt|sagen))`,
  "gu",
);

/** "Byrådet fandt Eva Rask (A) inhabil": the body decides it (styrelsesloven § 14). */
const FOUND_RECUSED = new RegExp(
  String.raw`(?:fandt|finder|erklærede|erklærer|kendte|anså|anser|besluttede, at|vurderede, at) (${PEOPLE}) (?:for |er |var )?(?:at være )?inhabile?(?!\p{L})`,
  "gu",
);

/** Members named inside a decision's text as disqualified: they were away for the item. */
export function findRecused(text: string): Participant[] {
  if (!/inhabil|forlod|gik uden/.test(text)) return [];
  const found = [...text.matchAll(RECUSED), ...text.matchAll(FOUND_RECUSED)]
    .map((match) => match[1] as string)
    .filter(isPeople)
    .flatMap((people) => parsePeople(people, "absent"));
  return found.filter(({ name }, at) => found.findIndex((other) => other.name === name) === at);
}

/** Between sentences: after a small letter or a bracket, but not after a short form inside a name. */
const SENTENCES = new RegExp(
  String.raw`(?<=[\p{Ll})])(?<!(?<!\p{L})(?:${NAME_SHORT}))\.\s+(?=\p{Lu})|(?<=Jr|Sr)\.\s+(?=Som |Suppleant|Stedf)`,
  "u",
);

function fromLabel(label: string, names: string): Absence {
  const attendance: Attendance =
    /afbud/.test(label) && !/uden/.test(label)
      ? "excused"
      : /^(?:stedf|suppl|mødt|som)/.test(label)
        ? "substitute"
        : "absent";
  const absence: Absence = { absent: [], substitutes: [] };
  const replaced = /stedfortræder|suppleant|i stedet/i.test(names);
  const instead = replaced ? INSTEAD.exec(names) : null;
  if (instead) {
    absence.substitutes.push(substitute(instead[2] as string, instead[1] as string));
    names = names.slice(0, instead.index) + instead[1] + names.slice(instead.index + instead[0].length);
  }
  const dashed = replaced ? DASHED.exec(names) : null;
  if (dashed) {
    absence.substitutes.push(substitute(dashed[2] as string, dashed[1] as string));
    absence.absent.push(...parsePeople(names.slice(0, dashed.index) + dashed[1], attendance));
    return absence;
  }
  const bracketed = replaced ? [...names.matchAll(BRACKETED)] : [];
  for (const match of bracketed) absence.substitutes.push(substitute(match[2] as string, match[1] as string));
  if (bracketed.length > 0) names = names.replace(/\s*\((?:stedfortræder|suppleant):[^)]*\)/gi, "");
  const named = replaced ? NAMED_SUBSTITUTE.exec(names) : null;
  if (named)
    return {
      absent: parsePeople(named[1] as string, attendance),
      substitutes: [substitute(named[2] as string, named[1] as string)],
    };
  const [list = "", ...sentences] = names.includes(". ") ? names.split(SENTENCES) : [names];
  const people = parsePeople(list.replace(/\s+deltog ikke.*$/i, "").replace(/\.$/, ""), attendance).filter(
    (person) => person.name.length > 2,
  );
  (attendance === "substitute" ? absence.substitutes : absence.absent).push(...people);
  for (const sentence of sentences) {
    const instead = AS_SUBSTITUTE.exec(sentence);
    if (instead) {
      absence.substitutes.push(
        ...parsePeople((instead[1] ?? instead[2]) as string, "substitute").map((person) => ({
          ...person,
          substituteFor: people.length === 1 ? (people[0]?.name ?? null) : null,
        })),
      );
      continue;
    }
    const more = readAbsence(sentence);
    absence.absent.push(...(more?.absent ?? parsePeople(sentence, attendance)));
    absence.substitutes.push(...(more?.substitutes ?? []));
  }
  return absence;
}

/** Reads one sentence at the beginning and says how long it was; 0 when it is about something else. */
function takeSentence(text: string, absence: Absence): number {
  const instead = /stedfortræder|suppleant|i stedet|deltog for|deltager for|mødte for/i.test(text);
  const replaced = instead ? REPLACED_BY.exec(text) : null;
  const name = replaced?.[2] ?? replaced?.[3] ?? replaced?.[4];
  if (replaced?.index === 0 && name) {
    absence.absent.push(
      ...parsePeople(replaced[1] as string, /afbud|forfald/.test(replaced[0]) ? "excused" : "absent"),
    );
    absence.substitutes.push(substitute(name, replaced[1] as string));
    return sentenceEnd(text, replaced[0].length);
  }
  const inPlace = instead ? (IN_PLACE_OF.exec(text) ?? CALLED_FOR.exec(text)) : null;
  if (inPlace && inPlace.index < 40 && inPlace[0].length > text.search(/[.\n]|$/) - 25) {
    absence.substitutes.push(substitute(inPlace[1] as string, inPlace[2] as string));
    return sentenceEnd(text, inPlace.index + inPlace[0].length);
  }
  const dashed = instead ? DASHED.exec(text) : null;
  if (dashed?.index === 0) {
    absence.absent.push(...parsePeople(dashed[1] as string, "absent"));
    absence.substitutes.push(substitute(dashed[2] as string, dashed[1] as string));
    return sentenceEnd(text, dashed[0].length);
  }
  const away = NOT_PRESENT.exec(text);
  if (away) {
    absence.absent.push(
      ...parsePeople(
        away[1] as string,
        /afbud|forfald/.test(away[2] as string) && !/uden/.test(away[2] as string) ? "excused" : "absent",
      ),
    );
    return away[0].length;
  }
  const but = EVERYBODY_BUT.exec(text);
  if (but) {
    absence.absent.push(...parsePeople(but[1] as string, /afbud/i.test(text) ? "excused" : "absent"));
    return sentenceEnd(text, but[0].length);
  }
  const replacedBy = instead ? EXCUSED_WITH.exec(text) : null;
  if (replacedBy) {
    absence.absent.push(...parsePeople(replacedBy[1] as string, "excused"));
    absence.substitutes.push(substitute(replacedBy[2] as string, replacedBy[1] as string));
    return sentenceEnd(text, replacedBy[0].length);
  }
  const inStead = instead ? IN_STEAD.exec(text) : null;
  if (inStead) {
    absence.substitutes.push(substitute(inStead[2] as string, inStead[1] as string));
    return sentenceEnd(text, inStead[0].length);
  }
  const excused = EXCUSED_FROM.exec(text);
  if (excused) {
    absence.absent.push(...parsePeople(excused[1] as string, "excused"));
    return sentenceEnd(text, excused[0].length);
  }
  return 0;
}

function sentenceEnd(text: string, from: number): number {
  const rest = text.slice(from);
  const end = /^[^.\n]{0,40}?(?:[.\n]|$)/.exec(rest);
  return from + (end ? end[0].length : 0);
}

function substitute(name: string, absentee: string): Participant {
  const [person] = parsePeople(name, "substitute");
  const [other] = parsePeople(absentee, "absent");
  return {
    name: person?.name ?? normaliseName(name),
    party: person?.party ?? null,
    attendance: "substitute",
    substituteFor: other?.name ?? normaliseName(absentee),
  };
}

function isPeople(text: string): boolean {
  const people = parsePeople(text.replace(/\.$/, ""), "absent");
  return people.length > 0 && people.every((person) => looksLikeName(person.name));
}
