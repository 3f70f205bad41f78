import type { Meeting } from "./decisions.ts";
import { sentencesOf } from "./dissents.ts";
import { readDue, readRecurrence } from "./due.ts";
import type { Commitment, SectionRole } from "./model.ts";

/** Words that promise wherever they stand: somebody will come back with something. */
const RETURNS =
  /næste gang|vender tilbage|får forelagt|(?:orienteres|forelægges?|fremlægges|præsenteres|inddrages) (?:udvalget|byrådet|sagen)?.{0,60}(?:løbende|når|herom|igen)|vil (?:[a-zæøå]+ ){0,3}blive (?:forelagt|fremlagt|orienteret|præsenteret|inddraget|drøftet|evalueret)|vil udvalget få|får (?:udvalget )?(?:en|strategien|sagen|relevant) .{0,40}(?:status|godkendelse|orientering)|udvalget præsenteres for på mødet|genfremsættes|det er (?:derfor )?aftalt, at|med det samme|samle[rs]? op på|tages op (?:igen|på)|afventer .{0,90}\binden|^når [^,]{5,140}, (?:orienteres|lægger|forelæg|fremlæg|udarbejde|vil|skal|bliver|tages)|^herefter skal|^derudover vil der/i;
/** What a decision asks for. */
const ASKS =
  /(?:udvalget|byrådet|kommunalbestyrelsen|rådet|bestyrelsen|formanden|administrationen|forvaltningen) (?:ønsker|ønskede|anmoder|anmodede|beder|bad|opfordrer|opfordrede|besluttede at optage|skal|vender tilbage|undersøger|retter henvendelse|udarbejder|sender|indkalder)(?! (?:at tilkendegive|ikke|tillykke))|(?:status|sag|notat|oplæg|orientering|redegørelse) .{0,60}(?:på (?:et )?(?:næste|kommende)|forelægges|udarbejdes|sendes|tages)|(?:sendes|udsendes|eftersendes) (?:ud|til|på mail)|inviteres til|tages løbende|optages på|optage sagen|dato meldes ud|meldes ud|opdateres|indkaldes til|på (?:et )?(?:næste|kommende) møde|fremadrettet under meddelelser/i;
/** What a section on the process says will happen. */
const WILL = /\b(?:vil|skal|forventes|bliver|få[rs]?|evalueres|afholdes|fremlægges|forelægges|orienteres|sendes|igangsættes|fortsætter|behandles|udarbejdes|følge[rs]|opgøres|gennemføres|besluttes?|planlagt|genvurderet)\b/i;
const OPEN_ENDED = /\b(?:fremover|løbende|fortsætter|(?:skal|vil) (?:der )?(?:desuden )?(?:afholdes|laves|være|udføre|iværksætte)|vil (?:i|på) [^.]{3,80}udføre)\b/i;
const NOT_PROMISE =
  /foreslår administrationen|administrationen foreslår|^(?:administrationen anbefaler|der er|dette skyldes|det skyldes|årsagen|det er endnu for tidligt)|kunne ikke støtte|i henhold til forretningsorden|vil på (?:udvalgs)?mødet|på (?:udvalgs)?mødet (?:præsenterer|deltager|vil|uddybe)/i;
/** Things that will happen at a time, told outside the sections on the process. */
const HAPPENS =
  /sættes i gang|gennemføre[rs]|afvikle[st]|afholdes|iværksættes|igangsættes|forventes (?:færdig|at (?:nå|blive|kunne (?:blive|komme)))|færdiggøres|indfriet|træder i kraft|planlagt til|ny dato|evalueres|er mødet den|behandles i|skal .{0,60}behandle/i;
const COUNTED = /indregnes|træder i kraft|evalueres|afsluttes/i;
const USED = /^(?:administrationen|forvaltningen|jobcentret|kommunen|kontrolgruppen) vil (?!på )/i;
const EITHER_BODY = /\bi ([A-ZÆØÅ][\p{L}-]+(?:(?:,| og) [\p{L}-]+)*?) (?:den )?\d{1,2}\./gu;

/**
 * What a section promises will come back or be done. Sections on the process and decisions promise by their nature;
 * other text only where it says that a case returns, or that something is due after the meeting.
 */
export function findCommitments(text: string, role: SectionRole, meeting: Meeting): Commitment[] {
  if (text.length < 15 || role === "attachments" || role === "recommendation" || role === "treatment") return [];
  const promising = role === "process" || role === "decision";
  const commitments: Commitment[] = [];
  for (const paragraph of text.split("\n")) {
    if (paragraph.length < 12 || !(promising || TRIGGER.test(paragraph))) continue;
    let last: Commitment | null = null;
    for (const sentence of sentencesOf(paragraph)) {
      const due = readDue(sentence, meeting.date);
      const recurs = readRecurrence(sentence);
      if (!isPromise(sentence, role, due, recurs)) continue;
      const words = sentence.replace(/^(?:[-•*·–]|\d+[.)])\s+/, "");
      if (last && last.due === null && /^næste gang/i.test(words)) {
        last.text = `${last.text} ${words}`;
        last.due = due;
        continue;
      }
      for (const one of severalDues(sentence, due, meeting)) {
        last = { text: words, due: one, recurs };
        commitments.push(last);
      }
    }
  }
  return commitments;
}

/** A quick sieve for paragraphs that are no promise by their place. */
const TRIGGER = /næste gang|vender tilbage|orienter|præsenter|behandles|evaluer|gennemfør|afholdes|afvikle|halvår|planlagt|tages op|inddrage|samle[rs] op|får forelagt|iværksæt|igangsæt|sættes i gang|indregnes|udgang|aftalt|med det samme|afventer|^når |ny dato|er mødet|indfriet|færdig| vil |behandle|forventes at/i;

function isPromise(sentence: string, role: SectionRole, due: string | null, recurs: string | null): boolean {
  if (/næste gang|får forelagt/i.test(sentence)) return true;
  if (NOT_PROMISE.test(sentence) || (/^(?:der|udvalget) har /i.test(sentence) && !/planlagt til/.test(sentence))) return false;
  if (/^\d+\. ?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)/i.test(sentence)) return false;
  if (role === "decision") return ASKS.test(sentence) || (due !== null && (WILL.test(sentence) || RETURNS.test(sentence)));
  if (role === "process") return RETURNS.test(sentence) || recurs !== null || (due !== null && WILL.test(sentence)) || OPEN_ENDED.test(sentence);
  if (RETURNS.test(sentence) || USED.test(sentence)) return true;
  if (due === null) return false;
  return due.length > 4 ? HAPPENS.test(sentence) : COUNTED.test(sentence);
}

/** "behandles i Økonomiudvalget den 19. juni og i Byrådet den 27. juni 2023" is due twice. */
function severalDues(sentence: string, due: string | null, meeting: Meeting): (string | null)[] {
  if (due === null || !/ i [A-ZÆØÅ]/.test(sentence)) return [due];
  const starts = [...sentence.matchAll(EITHER_BODY)].map((match) => match.index);
  if (starts.length < 2) return [due];
  const year = /\b(?:19|20)\d\d\b/.exec(sentence.slice(starts.at(-1)))?.[0] ?? "";
  const dues = starts.map((start, at) => {
    const piece = sentence.slice(start, starts[at + 1]);
    return readDue(/\b(?:19|20)\d\d\b/.test(piece) || year === "" ? piece : piece.replace(/(\d{1,2}\. ?[a-zæøå]+)/i, `$1 ${year}`), meeting.date);
  });
  return dues.every((one) => one !== null) ? dues : [due];
}
