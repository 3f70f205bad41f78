import type { Meeting } from "./decisions.ts";
import { readDue, readRecurrence } from "./due.ts";
import type { SectionRole } from "./model.ts";

/** Words that promise wherever they stand: somebody will come back with something. */
const RETURNS =
  /næste gang|vender tilbage|får forelagt|(?:orienteres|forelægges?|fremlægges|præsenteres|inddrages) (?:udvalget|byrådet|sagen)?.{0,60}(?:løbende|når|herom|igen)|vil (?:[a-zæøå]+ ){0,3}blive (?:forelagt|fremlagt|orienteret|præsenteret|inddraget|drøftet|evalueret)|vil udvalget få|får (?:udvalget )?(?:en|strategien|sagen|relevant) .{0,40}(?:status|godkendelse|orientering)|udvalget præsenteres for på mødet|genfremsættes|det er (?:derfor )?aftalt, at|med det samme|samle[rs]? op på|tages op (?:igen|på)|afventer .{0,90}\binden|^når [^,]{5,140}, (?:orienteres|lægger|forelæg|fremlæg|udarbejde|vil|skal|bliver|tages)|^aftalt:|^herefter skal|^derudover vil der/i;
/** What a decision asks for. */
const ASKS =
  /(?:udvalget|byrådet|kommunalbestyrelsen|rådet|bestyrelsen|formanden|administrationen|forvaltningen) (?:ønsker|ønskede|anmoder|anmodede|beder|bad|opfordrer|opfordrede|besluttede at optage|skal|vender tilbage|undersøger|retter henvendelse|udarbejder|sender|indkalder)(?!,? (?:at (?:tilkendegive|takke|rose|udtrykke|bemærke|understrege|fremhæve|kvittere|gøre opmærksom)|ikke|tillykke))|(?:status|sag|notat|oplæg|orientering|redegørelse) .{0,60}(?:på (?:et )?(?:næste|(?:først)?kommende)|forelægges|udarbejdes|sendes|tages|kommer på)|(?<![a-zæøå])(?:sendes|udsendes|eftersendes) (?:ud|til|på mail)|\bog ønsker (?:en|et|at få)\b|inviteres til|(?:udarbejdes|forelægges|fremlægges|indhentes|udsendes) (?:der )?(?:et|en) (?:[a-zæøå]+ )?(?:notat|redegørelse|oversigt|status|sag|plan|oplæg|opgørelse)|tages løbende|optages på|optage sagen|dato meldes ud|meldes ud|opdateres|indkaldes til|på (?:et )?(?:næste|(?:først)?kommende) møde|fremadrettet under meddelelser/i;
/** What a section on the process says will happen. */
const WILL =
  /\b(?:vil|sender|skriver|udarbejder|vender tilbage|indkalder|skal|forventes|bliver|få[rs]?|evalueres|afholdes|fremlægges|forelægges|orienteres|sendes|igangsættes|fortsætter|behandles|udarbejdes|følge[rs]|opgøres|gennemføres|besluttes?|præsenteres|arbejder videre|går i gang|planlagt|genvurderet|ud(?:sættes|sat|skydes|skudt)|genoptages|genfremsættes)\b/i;
const OPEN_ENDED =
  /\b(?:fremover|løbende|fortsætter|(?:skal|vil) (?:der )?(?:desuden )?(?:afholdes|laves|være|udføre|iværksætte)|vil (?:i|på) [^.]{3,80}udføre)\b/i;
const NOT_PROMISE =
  /foreslår administrationen|(?:stillede|stiller|fremsatte) [^.]{0,60}forslag|administrationen foreslår|^(?:administrationen anbefaler|der er (?!planlagt|aftalt|indkaldt)|dette skyldes|det skyldes|årsagen|det er endnu for tidligt)|kunne ikke støtte|^(?:\p{L}*udvalget|byrådet|kommunalbestyrelsen|rådet) sender (?:sagen|punktet|forslaget|planen) (?:tilbage|videre)|i henhold til forretningsorden|vil på (?:udvalgs)?mødet|på (?:udvalgs)?mødet (?:præsenterer|deltager|vil|uddybe)/iu;
/** A case that comes back, whether or not it is said when. */
const COMES_BACK =
  /(?<!ikke )(?:vender (?:[a-zæøå]+ ){0,3}tilbage (?:til|med|når|i|på|efter)|(?:forelægges|behandles|fremlægges|drøftes|tages op|optages) (?:[a-zæøå]+ ){0,3}(?:igen|på ny)(?![a-zæøå])|genoptages (?!ikke))/i;
/** Somebody who has a part in the case, doing something in the present tense: a promise where it is said when. */
const ACTS =
  /(?:^|, og )(?:[-•·–] )?(?:(?:derefter|herefter|efterfølgende) )?(?:(?:[A-ZÆØÅ][\p{L}-]*,? (?:og |samt )?){0,3}[A-ZÆØÅ][\p{L}-]*(?:udvalget|rådet|bestyrelsen|udvalg|råd)|Udvalget|Byrådet|Kommunalbestyrelsen|Administrationen|Forvaltningen|Direktionen|Direktøren|Magistraten|Centret|Formanden|Sagen|Punktet|Planen|Forslaget|Strategien|Resultatet|Resultaterne|Evalueringen|Høringssvarene|Anlægsregnskab(?:et)?|Regnskabet)(?: for \S+){0,1} (?:behandler|drøfter|godkender|beslutter|fordeler|forelægges|orienteres|præsenteres|får|vil|inviterer|fremlægger|forelægger|præsenterer|udarbejder|udsender|undersøger|følger|afholder|holder|tager stilling|behandles|fremlægges|drøftes|genbehandles|evalueres|sendes|kommer|skal (?:behandle|drøfte|godkende|tage stilling))/u;
/** Who has a part in a case: a body, the administration, or one of its offices or officers. */
const ACTOR =
  /(?:[A-ZÆØÅ][\p{L}-]*(?:udvalget|rådet|bestyrelsen|afdelingen|forvaltningen|sekretariatet|centret|centeret|staben|enheden|teamet|chefen|direktøren|lederen|gruppen)|Udvalget|Byrådet|Kommunalbestyrelsen|Rådet|Samrådet|Bestyrelsen|Administrationen|Forvaltningen|Direktionen|Direktøren|Magistraten|Sekretariatet|Staben|Centret|Borgmesteren|Formanden|Jobcentret)/u;
/** An actor who does something, in the present tense or with "vil"; not what they are, think or decide. */
const DOES = new RegExp(
  String.raw`(?:^|[,:] |\bog |[-•·–] |[1-9][.)] )${ACTOR.source}(?: for [A-ZÆØÅ]\S*)? (?!(?:har|er|kan|bør|mener|finder|vurderer|indstiller|anbefaler|foreslår|bemærker|oplyser|modtager|tager|tiltræder|godkender|drøfter|konstaterer|noterer|takker|ønsker|støtter|går|gør|ser|roser|udtrykker|får|forventer|består|omfatter|rummer|hører|henviser|understreger|begrunder|stemmer|undlader|beslutter) )(?:vil|skal|lovede at|[\p{Ll}]{3,}r)(?![\p{L}])`,
  "u",
);
/** What is arranged for a day. */
const ARRANGED =
  /(?:(?:borger|dialog|informations|tema|fælles|stor|års|inspirations|orienterings|offentligt )?(?:møder?|dag|mødet)|temadag|workshop|seminar|høring(?:en)?|konference|studietur|besigtigelse|indvielse)(?: [^.,]{0,40})? (?:holdes|afholdes|finder sted|planlagt)|(?:planlagt|aftalt|indkaldt til|inviteret til) (?:en |et )?(?:fælles |ny |nyt )?[\p{Ll}]*(?:dag|møde|workshop|seminar|besøg)/iu;
/** Something that is to be done to a thing, by whoever does it: "offentliggøres senest …", "ventes vedtaget …". */
const IS_DONE =
  /(?<!\p{L})(?:offentliggøres|genopslås|opslås|udsendes|evalueres|revideres|udbydes|(?:for)?ventes (?:\p{Ll}+t)(?!\p{L})|bliver (?:sendt|forelagt|fremlagt|behandlet|udbudt|vedtaget|offentliggjort))(?!\p{L})/u;

/** "Handleplanen revideres hvert andet år" */
const PLAN_IS_DONE =
  /^[\p{L}-]*(?:planen|politikken|strategien|aftalen|standarde(?:n|rne)) (?:revideres|evalueres|opdateres|genbehandles)(?!\p{L})/iu;

/** "Næste status gives …", "Der gives en status hvert halve år". */
const REPORTS =
  /(?:(?:næste|ny|første|endelige?|årlige?|halvårlige?|samle(?:t|de)|løbende|opfølgende|kvartalsvis) (?:status|statusrapport|evaluering|orientering|afrapportering|redegørelse|opfølgning|opgørelse|rapport|sag|måling)(?:en)? (?:.{0,40})(?:gives|forelægges|fremlægges|præsenteres|følger|kommer|forventes|sker|udarbejdes|offentliggøres)|(?<!\p{L})status(?:en)? (?:gives|forelægges|følger)|der (?:gives|forelægges|udarbejdes|fremlægges|følges op|laves|afrapporteres|orienteres|sker en))/iu;
/** A promise in so many words, or an officer who does something with what was asked, after the decision. */
const LOVES = /lovede (?:at|en?t?) |svarer skriftligt|vender tilbage med/i;
/** The administration, its offices and officers, and the chair. */
const OFFICE = String.raw`(?:[\p{L}-]*(?:administrationen|forvaltningen|direktionen|direktøren|afdelingen|sekretariatet|centret|centeret|staben|enheden|teamet|chefen|lederen)|(?:borgmesteren|formanden|næstformanden|rådmanden))`;
/** What they do after the decision, in the present tense; not what they are, hold, tell or leave to others. */
const OFFICE_DOES = new RegExp(
  String.raw`(?:^|[.,:;] |\b(?:og|at|samt|hvorefter) |[-•·–] |[1-9][.)] )${OFFICE}(?: for \p{Lu}\S*)? (?!(?:har|er|kan|bør|må|mener|finder|vurderer|indstiller|anbefaler|foreslår|bemærker|oplyser|fortæller|modtager|tiltræder|godkender|drøfter|konstaterer|noterer|takker|ønsker|støtter|går|gør|ser|roser|udtrykker|får|forventer|består|omfatter|rummer|hører|henviser|understreger|begrunder|stemmer|undlader|beslutter|orienterer|gennemgår|redegør|præsenterer|deltager|glæder|nævner|spørger|påpeger|byder|åbner|beklager|uddyber|viser|varetager|administrerer|bemyndiges|bliver|mødes|nævnes|skulle|tager (?!\S+ (?:op|med|kontakt|initiativ)))(?!\p{L}))(?:vil |skal |[\p{Ll}]{3,}r(?!\p{L}))`,
  "iu",
);
/** What a decision says somebody is to make or arrange. */
const TO_BE_MADE =
  /^der (?:udarbejdes|laves|indhentes|rettes henvendelse|indkaldes|arrangeres|undersøges|følges op|tages kontakt|udsendes|fremsendes)(?![a-zæøå])|tages op til (?:revision|fornyet|ny (?:drøftelse|behandling))/i;
/** What is asked of somebody, whoever asks: "anmodede om, at …", "pålagde forvaltningen at …". */
const ASKED =
  /(?<!\p{L})(?:anmod(?:er|ede|es)|beder|bad|bedes|pålagde|pålægger|pålægges)(?: (?:\p{L}+ ){0,3}\p{L}+)??,?(?: om)?,? at (?!godkende|tage|drøfte|tiltræde)|aftalt,? at |at (?:anmode|bede|pålægge) (?:\p{L}+ ){1,4}(?:om|at) |(?<!\p{L})(?:bedes|anmodes) (?:om at )?(?!om |godkende|tage |drøfte|tiltræde)\p{Ll}{3,}e(?!\p{L})|(?:[Uu]dvalg(?:et)?|[Rr]åd(?:et)?|[Bb]estyrelse(?:n)?|(?<!\p{L})\p{Lu}{2,3}) ønsker(?:, at| en| et) /u;
/** "Når rådgiveren er valgt, nedsætter Vej og Park en følgegruppe" */
const WHEN_THEN =
  /^(?:[-•·–] )?(?:når|så snart) [^,]{5,140}, (?!(?:er|har|kan|må|bør|gælder|skyldes|betyder)(?!\p{L}))\p{Ll}{3,}[rs] /iu;
/** What a decision says is to be done, where it says when; not what it decides itself. */
const PASSIVE =
  /(?<!\p{L})(?!(?:synes|findes|lykkes|trives|mødes|mindes|skyldes|godkendes|anbefales|tages|indstilles|forventes|tiltrædes|vedtages|drøftes|kaldes|ønskes)(?!\p{L}))\p{Ll}{4,}es(?![\p{L}-])|^(?:Ny|Næste|Opfølgende|Fornyet) (?:sag|status|orientering|drøftelse|evaluering|behandling)(?!\p{L})/u;
/** A law that begins to hold is the state's. */
const LAW =
  /^(?:(?:den nye )?lov(?:en|ændringen|givningen)?|bekendtgørelsen|direktivet|forordningen|reformen) [^,]*træder i kraft/i;

/** What citizens and others must do by law or rule is no promise of the municipality's. */
const DUTY =
  /^hvis (?:en|et|der|man)\b|^(?:[-•·–] )?(?:en |et |den |alle )?(?:borger|famili|forening|forældre|ansøger|ejer|ejendom|lodsejer|grundejer|virksomhed|man |klage|ansøgning|fristen|skoleåret|leverandør|elever|kommunerne|kommunen skal|regeringen|ministeri|staten|loven|ordningen|tilskuddet)[^.,]{0,50}? (?:skal|må|kan|har|er|begynder|udløber|modtager|søger)(?![a-zæøå])|^(?:ifølge|efter|i henhold til|jf\.) [^.]{0,60}(?:lov|bekendtgørelse|vejledning|regler)|\b(?:skal|må|kan) (?:efter|ifølge|i henhold til|jf\.) /i;
/** What has been done or decided already. */
const TOLD =
  /^(?:[A-ZÆØÅ][\p{L}-]+(?:(?:,| og) [\p{L}-]+)*) (?:har|havde|besluttede|godkendte|vedtog|drøftede|tiltrådte|behandlede) /u;
/** Things that will happen at a time, told outside the sections on the process. */
const HAPPENS =
  /fremlægger|forelægger|afleverer|sættes i gang|gennemføre[rs]|afvikle[st]|afholdes|iværksættes|igangsættes|forventes (?:(?:endeligt? )?(?:færdig|[a-zæøå]{3,}t(?![a-zæøå]))|at (?:nå|blive|kunne (?:blive|komme)))|færdiggøres|indfriet|træder i kraft|planlagt til|ny dato|evalueres|er mødet den|behandles i|skal .{0,60}behandle/i;
const COUNTED = /indregnes|træder i kraft|evalueres|afsluttes/i;
const USED = /^(?:administrationen|forvaltningen|jobcentret|kommunen|kontrolgruppen) vil (?!på )/i;

/** What somebody does, or what is reported or comes back: a sieve for sentences outside the sections on the process. */
const RETURNING = [
  "afrapporter",
  "fordeler",
  "forelægge",
  "genoptages",
  "igen",
  "inviter",
  "på ny",
  "redegørelse",
  "tatus",
  "udarbejder",
];
/** A quick sieve for paragraphs that are no promise by their place. */
const HAPPENINGS = [
  "Aftalt",
  "Ny dato",
  "Når ",
  "Næste gang",
  "Senest",
  "afholdes",
  "afleverer",
  "aftalt",
  "afventer",
  "afvikle",
  "behandle",
  "bliver sendt",
  "bliver udbudt",
  "er mødet",
  "evaluer",
  "finder sted",
  "forelagt",
  "forelægger",
  "forventes ",
  "fremlæg",
  "færdig",
  "gennemfør",
  "halvår",
  "holder ",
  "holdes ",
  "igangsæt",
  "inddrage",
  "indfriet",
  "indregnes",
  "iværksæt",
  "med det samme",
  "næste gang",
  "offentliggøres",
  "opslås",
  "orienter",
  "planlagt",
  "præsenter",
  "revideres",
  "samler op",
  "samles op",
  "sender ",
  "senest",
  "skriftligt",
  "sættes i",
  "tages op",
  "træder i kraft",
  "udbydes",
  "udgang",
  "vender tilbage",
  "ventes ",
  "vil ",
];
const HAPPENING = anyOf(HAPPENINGS);

/** Either, for finding the paragraphs worth reading. */
export const TRIGGER = anyOf([...HAPPENINGS, ...RETURNING], "g");

/** Plain words in their order: twice as fast to look for as words with choices in them. */
function anyOf(words: string[], flags?: string): RegExp {
  return new RegExp(words.toSorted().join("|"), flags);
}

/** "Mette undersøger …", "Lone og Per laver et oplæg": those of a small board by their first names. */
const NAMED_DOES =
  /^(?:(?:Godkendt|Drøftet)[,:] )?(?:[-•·–] )?(?!(?:Der|Det|Den|De|Dette|Alle|Man|Vi|Ingen|Hvis|Når|Som|Punktet|Sagen)\s)\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.-]*){0,3}(?: \(\p{L}{1,3}\))?(?:(?:,| og) \p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.-]*){0,3}){0,4} (?:laver|undersøger|indhenter|skriver|sender|kontakter|indkalder|bestiller|spørger|udarbejder|afklarer|inviterer|samler|sørger for|følger op|melder tilbage|vender tilbage|arbejder videre|kigger (?:nærmere )?på|ser (?:nærmere )?på|taler med|lægger(?! vægt| op til)|deler|booker|arrangerer|planlægger|opdaterer|udsender|fremsender|rundsender|aftaler|står for|kommer med|tager (?:fat i|kontakt|den med|det med)|finder (?:en|et|ud af))(?!\p{L})/u;

/** Whether a sentence with a trigger in it, or in a section that promises by its nature, promises by its words. */
export function isPromise(sentence: string, role: SectionRole, meeting: Meeting): boolean {
  if (/næste gang|får forelagt/i.test(sentence)) return true;
  if (
    NOT_PROMISE.test(sentence) ||
    (role !== "decision" && TOLD.test(sentence) && !/planlagt til/.test(sentence) && readRecurrence(sentence) === null)
  )
    return false;
  if (/^\d+\. ?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)/i.test(sentence))
    return false;
  if (DUTY.test(sentence) || LAW.test(sentence)) return false;
  if (/igen|på ny|tilbage|genoptages/.test(sentence) && COMES_BACK.test(sentence)) return true;
  const recurs = readRecurrence(sentence) !== null;
  // Null for most; what a time makes a promise of need not be looked for in those.
  const due = readDue(sentence, meeting.date);
  if (recurs || due !== null) {
    if (ACTS.test(sentence) || REPORTS.test(sentence)) return true;
    const isExact = due !== null && due.length > 4 && due !== meeting.date;
    if (
      !TOLD.test(sentence) &&
      (DOES.test(sentence) ||
        (recurs && PLAN_IS_DONE.test(sentence)) ||
        (isExact && (ARRANGED.test(sentence) || IS_DONE.test(sentence))))
    )
      if (isExact || recurs) return true;
  }
  if (role === "process" && WHEN_THEN.test(sentence)) return true;
  if (role === "decision") {
    if (
      LOVES.test(sentence) ||
      TO_BE_MADE.test(sentence) ||
      NAMED_DOES.test(sentence) ||
      ASKED.test(sentence) ||
      OFFICE_DOES.test(sentence)
    )
      return true;
    if (due !== null && due !== meeting.date && !/indstiller|anbefal|frist/.test(sentence) && PASSIVE.test(sentence))
      return true;
    return ASKS.test(sentence) || (due !== null && (WILL.test(sentence) || RETURNS.test(sentence)));
  }
  if (role === "process")
    return recurs || (due !== null && !PAST.test(sentence)) || OPEN_ENDED.test(sentence) || RETURNS.test(sentence);
  if (!HAPPENING.test(sentence)) return false;
  if (USED.test(sentence) || RETURNS.test(sentence)) return true;
  return due !== null && (due.length > 4 ? HAPPENS : COUNTED).test(sentence);
}

/** Told in the past tense, with nothing still to come. */
const PAST = /^(?!.*\b(?:skal|vil|forventes|gives|behandles)\b).*\b(?:blev|er blevet|har været|var|fik)\b/i;
