/** The 98 municipalities, by which "Københavns Kommune" and "Horsens Kommune" are told from other words before "Kommune". */
const NAMES =
  "Aabenraa|Aalborg|Aarhus|Albertslund|Allerød|Assens|Ballerup|Billund|Bornholm|Brøndby|Brønderslev|Dragør|Egedal|Esbjerg|Faaborg-Midtfyn|Fanø|Favrskov|Faxe|Fredensborg|Fredericia|Frederiksberg|Frederikshavn|Frederikssund|Furesø|Gentofte|Gladsaxe|Glostrup|Greve|Gribskov|Guldborgsund|Haderslev|Halsnæs|Hedensted|Helsingør|Herlev|Herning|Hillerød|Hjørring|Holbæk|Holstebro|Horsens|Hvidovre|Høje-Taastrup|Hørsholm|Ikast-Brande|Ishøj|Jammerbugt|Kalundborg|Kerteminde|Kolding|København|Køge|Langeland|Lejre|Lemvig|Lolland|Lyngby-Taarbæk|Læsø|Mariagerfjord|Middelfart|Morsø|Norddjurs|Nordfyn|Nyborg|Næstved|Odder|Odense|Odsherred|Randers|Rebild|Ringkøbing-Skjern|Ringsted|Roskilde|Rudersdal|Rødovre|Samsø|Silkeborg|Skanderborg|Skive|Slagelse|Solrød|Sorø|Stevns|Struer|Svendborg|Syddjurs|Sønderborg|Thisted|Tønder|Tårnby|Vallensbæk|Varde|Vejen|Vejle|Vesthimmerland|Viborg|Vordingborg|Ærø";
const KNOWN = new Map<string, string>();
for (const name of NAMES.split("|")) {
  KNOWN.set(name, name);
  KNOWN.set(`${name}s`, name);
}
KNOWN.set("Høje Taastrup", "Høje-Taastrup").set("Århus", "Aarhus").set("Ålborg", "Aalborg");

/** A word before "Kommune" with a capital first letter; perhaps the second half of a name in two parts. */
const BEFORE = /(?:^|[\s("„”])((?:[A-ZÆØÅ][a-zæøå]+-)?[A-ZÆØÅ][a-zæøå]+)\s+(?:Regions)?$/;

/**
 * The municipality whose minutes these are, without "Kommune": named in the head, or as "X Byråd", or named in the
 * text at least three times and twice as often as any other. Null when the document leaves it open.
 */
export function findMunicipality(text: string, headEnd: number, committee: string | null): string | null {
  const council = committee && /^(.+?)s? (?:Byråd|Kommunalbestyrelse|Kommune\b.*)$/i.exec(committee)?.[1];
  if (council && KNOWN.has(council)) return KNOWN.get(council) as string;
  const counts = new Map<string, number>();
  for (let at = nextMention(text, 0); at >= 0; at = nextMention(text, at + 7)) {
    const match = BEFORE.exec(text.slice(Math.max(0, at - 40), text.startsWith("egionsk", at - 1) ? at + 7 : at));
    const name = match && municipalityName(match[1] as string);
    if (!name) continue;
    counts.set(name, (counts.get(name) ?? 0) + (at < headEnd ? 1000 : 1));
  }
  const [first, second] = [...counts].sort((left, right) => right[1] - left[1]);
  if (!first || first[1] < 3) return null;
  return second && first[1] < second[1] * 2 ? null : first[0];
}

function nextMention(text: string, from: number): number {
  return text.indexOf("Kommune", from);
}

/** A known name, also in the genitive; a name that is none of the 98 (older municipalities) must stand before "Kommune". */
function municipalityName(word: string): string | null {
  const known = KNOWN.get(word);
  if (known) return known;
  return /^(?:Den|Din|I|En|Hele|Egen|Anden|For|Til|Fra|Og|Ny|Region|Samme|Hver|Vores|Denne|Alle|Pr|Per|Sagen)$/.test(word) ? null : word;
}
