/** The 98 municipalities, by which "Københavns Kommune" and "Horsens Kommune" are told from other words before "Kommune". */
const NAMES =
  "Aabenraa|Aalborg|Aarhus|Albertslund|Allerød|Assens|Ballerup|Billund|Bornholm|Brøndby|Brønderslev|Dragør|Egedal|Esbjerg|Faaborg-Midtfyn|Fanø|Favrskov|Faxe|Fredensborg|Fredericia|Frederiksberg|Frederikshavn|Frederikssund|Furesø|Gentofte|Gladsaxe|Glostrup|Greve|Gribskov|Guldborgsund|Haderslev|Halsnæs|Hedensted|Helsingør|Herlev|Herning|Hillerød|Hjørring|Holbæk|Holstebro|Horsens|Hvidovre|Høje-Taastrup|Hørsholm|Ikast-Brande|Ishøj|Jammerbugt|Kalundborg|Kerteminde|Kolding|København|Køge|Langeland|Lejre|Lemvig|Lolland|Lyngby-Taarbæk|Læsø|Mariagerfjord|Middelfart|Morsø|Norddjurs|Nordfyns|Nyborg|Næstved|Odder|Odense|Odsherred|Randers|Rebild|Ringkøbing-Skjern|Ringsted|Roskilde|Rudersdal|Rødovre|Samsø|Silkeborg|Skanderborg|Skive|Slagelse|Solrød|Sorø|Stevns|Struer|Svendborg|Syddjurs|Sønderborg|Thisted|Tønder|Tårnby|Vallensbæk|Varde|Vejen|Vejle|Vesthimmerlands|Viborg|Vordingborg|Ærø";
const KNOWN = new Map<string, string>();
for (const name of NAMES.split("|")) {
  KNOWN.set(name, name);
  KNOWN.set(`${name}s`, name);
}
KNOWN.set("Høje Taastrup", "Høje-Taastrup")
  .set("Århus", "Aarhus")
  .set("Ålborg", "Aalborg")
  .set("Nordfyn", "Nordfyns")
  .set("Vesthimmerland", "Vesthimmerlands");

/** A word before "Kommune" with a capital first letter; perhaps the second half of a name in two parts. */
const BEFORE = /(?:^|[\s("„”*])((?:[A-ZÆØÅ][a-zæøå]+-)?[A-ZÆØÅ][a-zæøå]+)\s+$/;

/** A long document is looked at in so many stretches: its own municipality is named in more of them than any other. */
const STRETCHES = 12;

/**
 * The municipality whose minutes these are, without "Kommune": named in the head, or as "X Byråd" or "X Rådhus" there;
 * or named in the text in more of its stretches than any other, or twice as often; or the only one named at all. Null
 * when the document leaves it open.
 */
export function findMunicipality(
  text: string,
  headEnd: number,
  committee: string | null,
  place: string | null,
): string | null {
  const council = committee && /^(.+?)s? (?:Byråd|Kommunalbestyrelse|Kommune\b.*)$/i.exec(committee)?.[1];
  if (council && KNOWN.has(council)) return KNOWN.get(council) as string;
  const capitals = /(?:(?:^|\n)[^\p{L}\p{N}_]*|\bI )([A-ZÆØÅ-]{3,}(?: [A-ZÆØÅ-]{3,})?) KOMMUNE\b/u.exec(
    text.slice(0, Math.max(headEnd, 500)),
  )?.[1];
  if (capitals) return nameFromCapitals(capitals);
  const [, printed] = IN_TOWN.exec(text.slice(0, Math.min(headEnd, 1000))) ?? [];
  const seat = printed && KNOWN.get(printed === printed.toUpperCase() ? capitalised(printed) : printed);
  if (seat) return seat;
  const mentions = new Map<string, { count: number; stretches: Set<number> }>();
  for (let at = text.indexOf("ommune"); at >= 0; at = text.indexOf("ommune", at + 6)) {
    if (text[at - 1] !== "K" && !text.startsWith("Regionsk", at - 8)) continue;
    const match = BEFORE.exec(text.slice(Math.max(0, at - 41), text[at - 1] === "K" ? at - 1 : at - 8));
    const name = match && municipalityName(match[1] as string);
    if (!name) continue;
    if (at < headEnd) return name;
    const known = mentions.get(name) ?? { count: 0, stretches: new Set<number>() };
    known.count++;
    known.stretches.add(Math.floor((at / text.length) * STRETCHES));
    mentions.set(name, known);
  }
  const town = place && !/region/i.test(text.slice(0, 3000)) && /\b\d{4} ([A-ZÆØÅ][\p{L}-]+)/u.exec(place)?.[1];
  if (town && KNOWN.has(town)) return KNOWN.get(town) as string;
  const hall = place && /(?:^|, )(?:.* )?([A-ZÆØÅ][a-zæøå-]+(?:-[A-ZÆØÅ][a-zæøå]+)?) Rådhus(?:$|,)/.exec(place)?.[1];
  const [first, second] = [...mentions].sort(
    ([, left], [, right]) => right.stretches.size - left.stretches.size || right.count - left.count,
  );
  if (!first) return hall && !/^(?:Det|Gamle|Nye|Gl|Nyt|På|I)$/.test(hall) ? (KNOWN.get(hall) ?? hall) : null;
  if (!second) return first[1].count > 2 || KNOWN.has(first[0]) ? first[0] : null;
  if (first[1].count < 2 || (first[1].count < 3 && second[1].count > 1)) return null;
  return first[1].stretches.size > second[1].stretches.size || first[1].count >= second[1].count * 2 ? first[0] : null;
}

/** "Handicaprådet i Odsherred", on the first lines. */
const IN_TOWN =
  /(?:rådet|udvalget|byråd|forum|RÅDET|UDVALGET|BYRÅD|FORUM) (?:i|I|for|FOR) ([A-ZÆØÅ][\p{L}-]{2,30})(?![\p{L}-]| og| OG)/u;

function nameFromCapitals(capitals: string): string {
  const name = capitalised(capitals);
  return KNOWN.get(name) ?? name;
}

function capitalised(capitals: string): string {
  return capitals
    .toLowerCase()
    .replace(/(^|[- ])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** A known name, also in the genitive; a name that is none of the 98 (older municipalities) must stand before "Kommune". */
function municipalityName(word: string): string | null {
  const known = KNOWN.get(word);
  if (known) return known;
  return /^(?:Den|Din|I|En|Hele|Egen|Anden|For|Til|Fra|Og|Ny|Region|Samme|Hver|Vores|Denne|Alle|Pr|Per|Sagen)$/.test(
    word,
  )
    ? null
    : word;
}
