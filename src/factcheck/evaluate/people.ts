import type { Random } from "./random.ts";

const FIRST =
  "Aksel Birthe Claus Ditte Ejner Frida Gorm Hanne Ivar Jytte Kaj Lone Mogens Nanna Orla Pia Rune Solveig Troels Ulla Verner Ylva".split(
    " ",
  );
const LAST =
  "Abildgaard Bjerregaard Clemmensen Dalsgaard Enevoldsen Frandsen Gregersen Hvidtfeldt Iversen Josefsen Kjeldgaard Lauridsen Munkholm Nymand Overgaard Paulsen Ravnkilde Stensgaard Thorlund Vestergaard".split(
    " ",
  );

export type Member = { name: string; party: string };

export function makeMembers(random: Random): Member[] {
  const first = random.some(FIRST, 8);
  const last = random.some(LAST, 8);
  return first.map((name, at) => ({ name: `${name} ${last[at]}`, party: random.pick([..."ABCFIOVÆØ"]) }));
}

/** Two letters of the last name swapped, or one left out. */
export function misspelt(random: Random, { name }: Member): string {
  const at = name.lastIndexOf(" ") + random.between(3, 6);
  const [one = "", two = ""] = [name[at], name[at + 1]];
  if (one === two) return name.slice(0, at) + name.slice(at + 1);
  return random.chance(0.5)
    ? name.slice(0, at) + two + one + name.slice(at + 2)
    : name.slice(0, at) + name.slice(at + 1);
}
