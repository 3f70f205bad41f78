import { type Random, createRandom, seedOf } from "./random.ts";

const split = (words: string): string[] => words.trim().split(/\s+/);

const givenNames = split(`
Anne Peter Mette Lars Kirsten Søren Hanne Henrik Lone Thomas Susanne Jens Birgitte Morten Charlotte Niels Inge Rasmus
Pia Martin Gitte Anders Marianne Jesper Helle Kim Lene Mads Bente Claus Tina Torben Camilla Ole Dorte Steen Karin Brian
Annette Jørgen Inger Mikkel Ulla René Jette Kenneth Lis Finn Vibeke Erik Rikke Poul Tove Allan Maria Per Connie Kasper
Ditte Simon Grethe Bo Signe Ivan Ruth Villy Asger Aylin Mehmet Fatima Omar Amina Zoran Nirmalan Thuy Kamal Leyla Goran
Ellen Frede Astrid Johannes Karla Oskar Sigrid Thorvald Rosa Valdemar Esther Viggo Alma Ejnar Olga Knud Johanne Gunnar
`);
const surnameStarts = split(`
Tang Bregne Sten Ravn Lyng Eg Birke Skov Vester Øster Nør Sønder Kirke Mølle Hav Klint Sand Kær Høj Lund Elle Ahle
Brem Dal Ege Fugl Graa Hede Hjort Kalle Lind Mose Over Pile Rosen Skytte Stor Torne Under Vad Agger Bak Damm Dyb
`);
const surnameEnds = split(`
mose høj holm gaard borg lund bæk dahl berg toft kilde vang skov bjerg gren kjær hede rup vig ager sø mark ø led brink
`);
const placeStarts = split(`
Nørre Sønder Vester Øster Lille Store Kirke Gammel Ny Øvre Nedre Hav Strand Skov Mose Eng Ulve Ravne Orme Svane Trane
Hjorte Lærke Birke Bøge Aske Elle Hassel Pile Torne Rug Byg Humle Bog Korn Sten Sand Ler Kalk Guld Sølv Kobber Kongs
`);
const placeEnds = split(`
by rup sted lund holm løse tofte bjerg dal vang bro kilde næs vig strup trup lev inge bøl kær mark hus gård leje skov
`);
const streetEnds = ["gade", "vej", "allé", "stræde", "torv", "stien", "parken", "vænget"];

/** A full name. Surnames are made of parts, so that no real list of people is behind them. */
export function personName(seed: number): string {
  const random = createRandom(seed);
  const first = random.skewed(givenNames);
  const last = surname(random);
  if (random.chance(0.18)) return `${first} ${surname(random)} ${last}`;
  if (random.chance(0.06)) return `${first} ${surname(random)}-${last}`;
  return `${first} ${last}`;
}

function surname(random: Random): string {
  return random.pick(surnameStarts) + random.pick(surnameEnds);
}

/** A village or quarter; a municipality has sixty of its own. */
export function placeName(municipality: number, index: number): string {
  const random = createRandom(seedOf(71, municipality, index % 60));
  const start = random.pick(placeStarts);
  const end = random.pick(placeEnds);
  return start.length > 4 && random.chance(0.4) ? `${start} ${end[0]?.toUpperCase()}${end.slice(1)}` : start + end;
}

export function streetName(random: Random): string {
  return random.skewed(placeStarts) + random.pick(placeEnds) + random.pick(streetEnds);
}
