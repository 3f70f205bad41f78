const ONES =
  "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten".split(
    " ",
  );
const TENS: [string, number][] = [
  ["tyve", 20],
  ["tredive", 30],
  ["fyrre", 40],
  ["halvtreds", 50],
  ["tres", 60],
  ["firs", 80],
  ["halvfjerds", 70],
  ["halvfems", 90],
];

const values = new Map<string, number>([
  ["én", 1],
  ["ét", 1],
  ["halvanden", 1.5],
  ["halvandet", 1.5],
  ["hundrede", 100],
  ["tusind", 1000],
  ["tusinde", 1000],
]);
for (const [index, word] of ONES.entries()) if (index > 1) values.set(word, index);
for (const [word, value] of TENS) {
  values.set(word, value);
  for (let one = 1; one < 10; one += 1) values.set(`${one === 1 ? "en" : ONES[one]}og${word}`, value + one);
}

const HUNDREDS = /^(?:(en|et|ét|to|tre|fire|fem|seks|syv|otte|ni)\s?hundrede?)(?:\s?(?:og\s)?(\p{L}+))?(?!\p{L})/iu;
const SHARES =
  /^\s(?:halve?|tredjedele?|kvarte?r?|fjerdedele?|femtedele?|sjettedele?|syvendedele?|ottendedele?|niendedele?|tiendedele?)(?!\p{L})/iu;

export type NumberWord = { value: number; end: number; ofShare: boolean };

/**
 * The number word at a place: "tre", "femogtyve", "et hundrede", "to hundrede og tres", "halvanden". "en" and "et"
 * alone are articles and no numbers. `ofShare` marks "to" in "to tredjedele".
 */
export function numberWord(text: string, at: number): NumberWord | null {
  const near = text.slice(at, at + 40);
  const hundreds = /hundred/iu.test(near) ? HUNDREDS.exec(near) : null;
  if (hundreds?.[1]) {
    const first = hundreds[1].toLowerCase();
    const many = first === "en" || first === "et" || first === "ét" ? 1 : (values.get(first) ?? 0);
    const rest = values.get(hundreds[2]?.toLowerCase() ?? "") ?? 0;
    const counted = rest > 0 && rest < 100 ? rest : 0;
    const length = counted ? hundreds[0].length : hundreds[0].replace(/(hundrede?).*$/iu, "$1").length;
    return { value: many * 100 + counted, end: at + length, ofShare: false };
  }
  const word = /^\p{L}+/u.exec(near)?.[0] ?? "";
  const value = values.get(word.toLowerCase());
  if (value === undefined) return null;
  if (/^[-–'’]\p{L}/u.test(near.slice(word.length)) || /[-–]$/.test(text.slice(Math.max(0, at - 1), at))) return null;
  return { value, end: at + word.length, ofShare: SHARES.test(near.slice(word.length)) };
}
