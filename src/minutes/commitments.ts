import type { Meeting } from "./decisions.ts";
import { sentencesOf } from "./dissents.ts";
import { readDue, readDues, readRecurrence } from "./due.ts";
import type { Commitment, SectionRole } from "./model.ts";

/** Words that promise wherever they stand: somebody will come back with something. */
const RETURNS =
  /næste gang|vender tilbage|får forelagt|(?:orienteres|forelægges?|fremlægges|præsenteres|inddrages) (?:udvalget|byrådet|sagen)?.{0,60}(?:løbende|når|herom|igen)|vil (?:[a-zæøå]+ ){0,3}blive (?:forelagt|fremlagt|orienteret|præsenteret|inddraget|drøftet|evalueret)|vil udvalget få|får (?:udvalget )?(?:en|strategien|sagen|relevant) .{0,40}(?:status|godkendelse|orientering)|udvalget præsenteres for på mødet|genfremsættes|det er (?:derfor )?aftalt, at|med det samme|samle[rs]? op på|tages op (?:igen|på)|afventer .{0,90}\binden|^når [^,]{5,140}, (?:orienteres|lægger|forelæg|fremlæg|udarbejde|vil|skal|bliver|tages)|^herefter skal|^derudover vil der/i;
/** What a decision asks for. */
const ASKS =
  /(?:udvalget|byrådet|kommunalbestyrelsen|rådet|bestyrelsen|formanden|administrationen|forvaltningen) (?:ønsker|ønskede|anmoder|anmodede|beder|bad|opfordrer|opfordrede|besluttede at optage|skal|vender tilbage|undersøger|retter henvendelse|udarbejder|sender|indkalder)(?! (?:at tilkendegive|ikke|tillykke))|(?:status|sag|notat|oplæg|orientering|redegørelse) .{0,60}(?:på (?:et )?(?:næste|kommende)|forelægges|udarbejdes|sendes|tages)|(?<![a-zæøå])(?:sendes|udsendes|eftersendes) (?:ud|til|på mail)|\bog ønsker (?:en|et|at få)\b|inviteres til|tages løbende|optages på|optage sagen|dato meldes ud|meldes ud|opdateres|indkaldes til|på (?:et )?(?:næste|kommende) møde|fremadrettet under meddelelser/i;
/** What a section on the process says will happen. */
const WILL =
  /\b(?:vil|sender|skriver|udarbejder|vender tilbage|indkalder|skal|forventes|bliver|få[rs]?|evalueres|afholdes|fremlægges|forelægges|orienteres|sendes|igangsættes|fortsætter|behandles|udarbejdes|følge[rs]|opgøres|gennemføres|besluttes?|planlagt|genvurderet|ud(?:sættes|sat|skydes|skudt)|genoptages|genfremsættes)\b/i;
const OPEN_ENDED =
  /\b(?:fremover|løbende|fortsætter|(?:skal|vil) (?:der )?(?:desuden )?(?:afholdes|laves|være|udføre|iværksætte)|vil (?:i|på) [^.]{3,80}udføre)\b/i;
const NOT_PROMISE =
  /foreslår administrationen|administrationen foreslår|^(?:administrationen anbefaler|der er|dette skyldes|det skyldes|årsagen|det er endnu for tidligt)|kunne ikke støtte|i henhold til forretningsorden|vil på (?:udvalgs)?mødet|på (?:udvalgs)?mødet (?:præsenterer|deltager|vil|uddybe)/i;
/** What has been done or decided already. */
const TOLD =
  /^(?:[A-ZÆØÅ][\p{L}-]+(?:(?:,| og) [\p{L}-]+)*) (?:har|havde|besluttede|godkendte|vedtog|drøftede|tiltrådte|behandlede) /u;
/** Things that will happen at a time, told outside the sections on the process. */
const HAPPENS =
  /fremlægger|forelægger|afleverer|sættes i gang|gennemføre[rs]|afvikle[st]|afholdes|iværksættes|igangsættes|forventes (?:(?:endeligt? )?(?:færdig|vedtaget|godkendt|afsluttet|forelagt|igangsat|behandlet)|at (?:nå|blive|kunne (?:blive|komme)))|færdiggøres|indfriet|træder i kraft|planlagt til|ny dato|evalueres|er mødet den|behandles i|skal .{0,60}behandle/i;
const COUNTED = /indregnes|træder i kraft|evalueres|afsluttes/i;
const USED = /^(?:administrationen|forvaltningen|jobcentret|kommunen|kontrolgruppen) vil (?!på )/i;

/**
 * What a section promises will come back or be done. Sections on the process and decisions promise by their nature;
 * other text only where it says that a case returns, or that something is due after the meeting.
 */
export function findCommitments(text: string, role: SectionRole, meeting: Meeting): Commitment[] {
  if (text.length < 15 || role === "attachments" || role === "recommendation" || role === "treatment") return [];
  const commitments: Commitment[] = [];
  if (role === "process" || role === "decision")
    for (const paragraph of text.split("\n")) readParagraph(paragraph, role, meeting, commitments);
  else {
    TRIGGER.lastIndex = 0;
    for (let hit = TRIGGER.exec(text); hit !== null; hit = TRIGGER.exec(text)) {
      const end = text.indexOf("\n", hit.index);
      TRIGGER.lastIndex = end < 0 ? text.length : end;
      readParagraph(text.slice(text.lastIndexOf("\n", hit.index) + 1, TRIGGER.lastIndex), role, meeting, commitments);
    }
  }
  return commitments;
}

function readParagraph(paragraph: string, role: SectionRole, meeting: Meeting, commitments: Commitment[]): void {
  if (paragraph.length < 12 || paragraph.includes("\t")) return;
  let last: Commitment | null = null;
  for (const sentence of sentencesOf(paragraph)) {
    if (!isPromise(sentence, role, meeting)) continue;
    const words = sentence.replace(/^(?:[-•*·–]|\d+[.)])\s+/, "");
    const dues = readDues(sentence, meeting.date);
    if (last && last.due === null && /^næste gang/i.test(words)) {
      last.text = `${last.text} ${words}`;
      last.due = dues[0] ?? null;
      continue;
    }
    const recurs = readRecurrence(sentence);
    for (const due of dues.length > 0 ? dues : [null]) {
      last = { text: words, due: recurs === "P1Y" ? afterThisMonth(due, meeting) : due, recurs };
      commitments.push(last);
    }
  }
}

/** "Hvert år i juni", said in June, is next June. */
function afterThisMonth(due: string | null, meeting: Meeting): string | null {
  return due !== null && due.length === 7 && due === meeting.date?.slice(0, 7)
    ? `${Number(due.slice(0, 4)) + 1}${due.slice(4)}`
    : due;
}

/** A quick sieve for paragraphs that are no promise by their place. */
const TRIGGER =
  /[Nn]æste gang|vender tilbage|orienter|præsenter|behandle|evaluer|gennemfør|afholdes|afvikle|halvår|planlagt|tages op|inddrage|samle[rs] op|forelagt|iværksæt|igangsæt|sættes i|indregnes|udgang|aftalt|med det samme|afventer|Når |Ny dato|fremlæg|forelægger|afleverer|er mødet|indfriet|færdig| vil |forventes /g;

function isPromise(sentence: string, role: SectionRole, meeting: Meeting): boolean {
  if (role !== "process" && role !== "decision" && sentence.search(TRIGGER) < 0) return false;
  if (/næste gang|får forelagt/i.test(sentence)) return true;
  if (
    NOT_PROMISE.test(sentence) ||
    (role !== "decision" && TOLD.test(sentence) && !/planlagt til/.test(sentence) && readRecurrence(sentence) === null)
  )
    return false;
  if (/^\d+\. ?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)/i.test(sentence))
    return false;
  if (role === "decision")
    return (
      ASKS.test(sentence) ||
      ((WILL.test(sentence) || RETURNS.test(sentence)) && readDue(sentence, meeting.date) !== null)
    );
  if ((role === "process" ? OPEN_ENDED : USED).test(sentence) || RETURNS.test(sentence)) return true;
  if (role === "process")
    return (
      readRecurrence(sentence) !== null ||
      ((WILL.test(sentence) || HAPPENS.test(sentence)) && readDue(sentence, meeting.date) !== null)
    );
  const counted = COUNTED.test(sentence);
  if (!counted && !HAPPENS.test(sentence)) return false;
  const due = readDue(sentence, meeting.date);
  return due !== null && (due.length > 4 ? HAPPENS.test(sentence) : counted);
}
