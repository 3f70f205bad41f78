import type { Dissent } from "./model.ts";
import { looksLikeName, NAME_SHORT, normaliseName, parsePeople, PARTY_NAMES } from "./people.ts";
import { findSupport, findVotes } from "./votes.ts";

const WORDS =
  /ikke|mod|tilført|mindretal|forbehold|særindstilling|særudtalelse|mindretalsudtalelse|anført|protokolleret|undlod|undlader|stemte|modstand|protokol|særstandpunkt|standsning|standsret|begær|indbr|undlader|blankt?:/i;
const AGAINST =
  /(?:kunne|kan|vil|ville) ikke (?:[a-zæøå]+ ){0,2}?(?:støtte|tiltræde|anbefale|godkende|tage|gå ind for|stemme for|bakke op|tilslutte|medvirke|acceptere|indstille)(?!\p{L})|(?:støtter|støttede|tiltræder|tiltrådte|anbefaler|godkender|godkendte) ikke|ikke (?:støtter|støttede|støtte|tiltræder|er enig|(?:kan|kunne|vil|ville) (?:støtte|tiltræde|anbefale|godkende|tage|indstille|stemme for|bakke op|tilslutte)(?!\p{L}))|stemte (?:i)?mod|stemmer (?:i)?mod|imod (?:forslaget |indstillingen )?stemte|^(?:imod|undlader(?: at stemme)?|undlod(?: at stemme)?|blankt?|hverken for eller imod)(?: \(\d+\))?:|(?:tager|tog|tages) forbehold|(?:undlod|undlader) at (?:stemme|deltage i afstemning)|(?:deltog|deltager) ikke i afstemning|forbehold(?:er|t) sig (?!ret til at vende)|undlod(?=[.,;]|$)|stemte for (?:afslag|at (?:afvise|forkaste|afslå))|(?:ønsker|ønskede) [^.,]{0,50}(?:afvist|forkastet|afslået)(?=[.,]|$)|hverken (?:for eller )?imod stemte|hverken for eller imod|(?:fastholdt|fastholder|gentog|gentager|videreførte|viderefører|opretholdt|opretholder) (?:\p{L}+ ){0,2}forbehold|(?:var|er) imod(?! at)|(?<=\)) imod(?=[.,;]|$)|et mindretal|mindretal(?:let)?(?:,| bestående| på| i | \()|særindstilling|særudtalelse|mindretalsudtalelse|(?:særstandpunkt|protokol(?:bemærkning|tilførsel|udtalelse|erklæring)) (?:fra|af) |(?:begærer|begærede|begæret|forlanger|forlangte|kræver|krævede|ønsker|ønskede|anmodede om at få|bad om at få) [^.]{0,60}?(?:(?:ført|føres|tilført|tilføjet|indført|anført|optaget|noteret)(?: \p{L}+){0,2} (?:protokol|referat|beslutningsprotokol)|(?:indbragt|indbringes) for (?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd))|(?:anvend|benytt|gør brug|gjorde brug|brugte)[^.]{0,30}(?:standsningsret|standsret)|(?:ønsker|ønskede|ønskes) (?:følgende )?(?:til|ført til|tilført|indført)? ?(?:protokol|referat)|(?:ønsker|ønskede) (?:det )?(?:anført|protokolleret|ført til (?:protokols|referat)),? at|(?:afgav|afgiver|fremsatte) (?:følgende )?(?:protokol|mindretals)(?:bemærkning|udtalelse|erklæring)/iu;
const MAJORITY = /^(?:et |det )?(?:enigt |bredt )?(?:flertal|for (?:stemte|forslaget|indstillingen))/i;
const BESTÅENDE =
  /bestående af\s+(.+?)(?:,?\s+(?:kan|kunne|kan ikke|kunne ikke|stemte|stemmer|ønsker|ønskede|tager|tog|godkend|anbefal|tiltr|indstill|undlod|undlader|mener|støtter|foresl|er |vil |har )|[.:]|\((?!\p{Lu}{1,3}\))|$)/iu;
const PARTY_GROUP = new RegExp(`^(?:(?:gruppe|liste|partiet) )?(?:[A-ZÆØÅ]{1,3}|${PARTY_NAMES})$`, "i");

/**
 * Those who did not support a decision, sentence by sentence in the minutes' own words (styrelsesloven § 13, stk. 2
 * lets every member have a dissent entered). Of a `rejected` proposal those who voted for it are the dissenters, where they are named.
 *
 *     findDissents("Godkendt.\nGitte Berg (D) kunne ikke støtte beslutningen, da …")
 *     // [{ by: ["Gitte Berg"], text: "Gitte Berg (D) kunne ikke støtte beslutningen, da …" }]
 */
export function findDissents(text: string, rejected = false): Dissent[] {
  if (!WORDS.test(text)) return [];
  const dissents: Dissent[] = [];
  const sentences = sentencesOf(text);
  if (rejected) {
    const support = sentences.flatMap((sentence) =>
      findSupport(sentence).map((who) => ({ by: names(who), text: sentence })),
    );
    const named = support.filter(({ by }) => by.length > 0);
    if (named.length > 0) {
      const stated = sentences.filter((sentence) => STATED.test(sentence) && findSupport(sentence).length === 0);
      return [...named, ...stated.flatMap((sentence) => findDissents(sentence))];
    }
  }
  let aside = false;
  for (const [index, sentence] of sentences.entries()) {
    if (rejected) aside = false;
    else if (FELL.test(sentence)) aside = true;
    else if (!SIDES.test(sentence)) aside = false;
    if (aside) continue;
    if (LIST_BELOW.test(sentence)) {
      const by = namesBelow(sentences, index + 1);
      if (by.length > 0) dissents.push({ by, text: [sentence, ...by].join("\n") });
      continue;
    }
    const votes = findVotes(sentence).map((who) => ({ by: names(who), text: sentence }));
    dissents.push(...votes.filter(({ by }) => by.length > 0));
    if (votes.length > 0) continue;
    if (STATEMENT_BELOW.test(sentence)) {
      const below = sentences[index + 1] ?? "";
      const by = names(below);
      if (by.length > 0 && !AGAINST.test(below)) dissents.push({ by, text: `${sentence}\n${below}` });
      continue;
    }
    for (const clause of clausesOf(sentence)) {
      const match = AGAINST.exec(clause);
      if (!match || MAJORITY.test(clause)) continue;
      const by = dissenters(clause, match.index, match[0]);
      if (by.length > 0) dissents.push({ by, text: sentence });
    }
  }
  return dissents;
}

/** "Mindretalsudtalelse:" on a line of its own, above what those who make it say. */
const STATEMENT_BELOW = /^(?:mindretalsudtalelse|særudtalelse|særstandpunkt|protokol(?:bemærkning|tilførsel))r?:?$/i;

/** "SF tog forbehold, og Enhedslisten stemte imod": two who dissent, each in their own way. */
function clausesOf(sentence: string): string[] {
  const clauses = sentence.split(/, (?:og|mens|men) (?=\p{Lu})/u);
  return clauses.length > 1 && clauses.every((clause) => AGAINST.test(clause)) ? clauses : [sentence];
}

/** An amendment that fell: who voted on it says nothing of the decision, neither there nor in the sentences that go on. */
const FELL =
  /^(?:(?:et |de |det )?(?:[^.]{0,80} )?(?:under)?ændringsforslag(?:et|ene)?(?![\p{L}:]).{0,120}?|forslaget |blev )(?:faldt|falder|bortfaldt|forkastet|forkastedes|nedstemt|nedstemtes|ikke vedtaget)(?!\p{L})/iu;
const SIDES = /^(?:for|imod|undlod|ingen|hverken|øvrige|resten|alle andre|[\d]+ (?:stemte|medlem|undlod))(?!\p{L})/iu;

/** What a member has entered beside the votes. */
const STATED = /protokol|referat|særstandpunkt|mindretalsudtalelse|indbragt for|standsningsret/i;

/** "Følgende stemte imod:" above a list, one name a line. */
const LIST_BELOW = /(?:(?:stemte|stemmer) i?mod|i?mod stemte|undlod at stemme|imod)\s*:$/i;

function namesBelow(sentences: string[], from: number): string[] {
  const found: string[] = [];
  for (let at = from; at < sentences.length; at++) {
    const line = (sentences[at] as string).replace(/^(?:[-•*·–])\s+/, "").replace(/[.,;]$/, "");
    const people = parsePeople(line, "present");
    if (line.length > 80 || people.length !== 1 || !looksLikeName((people[0] as { name: string }).name)) break;
    found.push((people[0] as { name: string }).name);
  }
  return found;
}

/** Sentences of a text; a full stop after a short form or an initial ends none. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  const take = (to: number): void => {
    const sentence = text.slice(from, to).trim();
    if (sentence !== "") sentences.push(sentence);
    from = to;
  };
  STOP.lastIndex = 0;
  for (let stop = STOP.exec(text); stop !== null; stop = STOP.exec(text)) {
    if (stop[0] === "\n" || endsSentence(text, stop.index)) take(stop.index + 1);
  }
  take(text.length);
  return sentences;
}

const STOP = /\n|[.!?](?=\s|$)/g;

const SHORT_NAME = new RegExp(`(?:^|[\\s(.])(?:(?<!(?: og|[,:]) )[A-ZÆØÅ]|${NAME_SHORT})$`);

function endsSentence(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next === 10 || at + 1 === text.length) return true;
  if (next !== 32) return false;
  const after = text.charCodeAt(at + 2);
  if ((after > 96 && after < 123) || (after > 222 && after < 256)) return false;
  const before = text.slice(Math.max(0, at - 7), at);
  if (SHORT_NAME.test(before)) return false;
  if (
    /(?:^|[\s(])(?:\d{1,3}|nr|pkt|kl|ca|bl\.a|f\.eks|fx|jf|vedr|evt|mio|mia|kr|stk|pr|dvs|inkl|ekskl|d|Ad|ifm|ifb|osv|mv|m\.v|Anm|kap|min|maks|hhv|Sdr|Nr|Gl|St|Sct|Dr)$/.test(
      before,
    )
  )
    return /(?:kr|mv|m\.v|osv)$/.test(before) && after > 64 && (after < 91 || after > 191);
  return true;
}

function dissenters(sentence: string, at: number, words: string): string[] {
  const group = BESTÅENDE.exec(sentence);
  if (group) return names(group[1] as string);
  const after =
    /(?:imod|hverken .*imod) (?:forslaget |indstillingen )?stemte\s*:?\s*(?:\d+\s*(?:medlemmer|,)?\s*)?(.+)$|^(?:imod|undlader(?: at stemme)?|undlod(?: at stemme)?|blankt?|hverken for eller imod)(?: \(\d+\))?:\s*(.+)$/i.exec(
      sentence,
    );
  if (after) return names((after[1] ?? after[2] ?? "").replace(/,? (?:da|idet|fordi|med|mens) .*$/, ""));
  const from =
    /(?:særindstilling|særudtalelse|mindretalsudtalelse|særstandpunkt|protokol(?:bemærkning|tilførsel|udtalelse|erklæring)) (?:fra|af)\s+([^:.]+)/i.exec(
      sentence,
    );
  if (from) return names(from[1] as string);
  const brought = /(?:begæret|krævet|ønsket|forlangt) indbragt for \p{L}+ af ([^.]+)/iu.exec(sentence);
  if (brought) return names(brought[1] as string);
  let before = sentence.slice(0, at);
  if (/mindretal/i.test(words) || /^(?:et )?mindretal/i.test(before))
    before =
      /mindretal[^.()]{0,60}\(([^().]+)\)/i.exec(sentence)?.[1] ??
      /(?:mindretal\w*,? (?:på \d+ )?(?:medlemmer )?)\(?([^).]+)\)?/i.exec(sentence)?.[1] ??
      before;
  return names(before);
}

/** Capitalised words and what stands small inside names: "Reglerne indebærer" is nobody. */
const ONLY_NAMES = /^[A-ZÆØÅÉÖÜ]\S*(?: (?:[A-ZÆØÅÉÖÜ]\S*|von|van|de|der|den|af|el|al|da|la|og|for|i|på))*$/;

/** The names or parties in the subject of a sentence. */
function names(text: string): string[] {
  const subject = text
    .replace(/[*_]/g, "")
    .replace(/^\s*\d+ (?:medlem(?:mer)?|stemmer)\s*/i, "")
    .replace(/\s*\(\d+\)/g, "")
    .replace(/^(?:dog |herefter |ad\.? ?\d+:? )+/i, "")
    .replace(/^.*\b(?:idet|dog|men|mens|imens|medens|hvor|hvorimod) (?=\p{Lu})/u, "")
    .split(
      / (?:gør|gjorde|bemærker|bemærkede|ønskede?|ønsker|meddel\w*|oplys\w*|har|havde|udtalte|er|som|der|mener|stemmer|stemte|fra|begærer|begærede|forlanger|forlangte|kræver|krævede|bad|anmodede|anvend\w*|benytt\w*|brugte|og (?:kan|kunne)|ikke|kan|kunne|tager|tog|undlod|undlader|fastholder|afgav|afgiver|fremsatte|gentog|gentager|videreførte|viderefører|opretholdt|opretholder|fastholdt|anbefaler|støtter|finder|vil|ville|deltog|deltager|forbehold\w+|beklager|konstaterer|understreger)(?=[ ,]|$)/,
    )[0] as string;
  const parties = /^\(?[A-ZÆØÅ]{1,3}(?:(?: ?[+,] ?| og )[A-ZÆØÅ]{1,3})*\)?$/.test(subject.trim())
    ? subject.replace(/[()]/g, "").split(/\s*(?:[+,]| og )\s*/)
    : null;
  if (parties) return parties.map((party) => party.trim()).filter((party) => party !== "");
  const found: string[] = [];
  for (const piece of subject.split(/,| og | samt |\+/)) {
    const trimmed = normaliseName(piece).replace(/^(?:løsgænger(?:en)?|liste|gruppe) (?=[A-ZÆØÅ]\S+ )/i, "");
    if (PARTY_GROUP.test(trimmed) && !/^\p{Ll}{1,3}$/u.test(trimmed)) found.push(trimmed);
    else
      for (const person of parsePeople(trimmed, "present"))
        if (
          ONLY_NAMES.test(person.name) &&
          !/^(?:[\p{L}-]+(?:udvalget|rådet|bestyrelsen|forvaltningen|administrationen|erne|ingen|heden|eren|iet|[ou]nen)$|Formanden$|Forvaltningen$|Administrationen$|Direktionen$|Godkendt|Anbefales|Tiltrådt|Vedtaget|Drøftet|Udvalget|Byrådet|Det|Der|Sagen|Indstillingen|Punktet|Forslaget|Den|Denne|Dog|Et|De)(?!\p{L})/u.test(
            person.name,
          )
        )
          found.push(person.name);
  }
  return found;
}
