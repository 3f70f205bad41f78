import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

/** Text at a place on the page, in points from the lower left corner. Letters are Courier: 0.6 of the size wide. */
export type PlacedText = {
  text: string;
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
  /** Number of marked content. */ mark?: number;
  artifact?: boolean;
};

export type Page = {
  texts?: PlacedText[];
  /** Boxes drawn as outlines: x, y, width, height. */
  boxes?: [number, number, number, number][];
  image?: boolean;
  rotate?: number;
  /** Drawing operators as they are, in place of all else. */
  raw?: Buffer;
};

/** An element of the tag tree; a leaf names marked content by page (from 0) and number. */
export type Element = { type: string; children: (Element | { page: number; mark: number })[] };

/** Writes a small PDF: classic cross-reference table, one Courier in two weights. */
export function writePdf(pages: Page[], options: { tags?: Element[]; password?: string } = {}): Uint8Array {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body as string, "latin1"));
  const set = (number: number, body: string): void => void (objects[number - 1] = Buffer.from(body, "latin1"));
  const catalog = add("");
  const tree = add("");
  const fonts = ["Courier", "Courier-Bold"].map((name) =>
    add(`<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`),
  );
  const image = add(
    stream(
      "/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8",
      Buffer.alloc(64, 128),
    ),
  );
  const numbers = pages.map((page, index) => {
    const content = add(stream("", page.raw ?? Buffer.from(operators(page), "latin1")));
    return add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Rotate ${page.rotate ?? 0}/Contents ${content} 0 R/StructParents ${index}` +
        `/Resources<</Font<</F0 ${fonts[0]} 0 R/F1 ${fonts[1]} 0 R>>/XObject<</I0 ${image} 0 R>>>>>>`,
    );
  });
  set(tree, `<</Type/Pages/Count ${numbers.length}/Kids[${numbers.map((number) => `${number} 0 R`).join(" ")}]>>`);
  const root = options.tags
    ? `/MarkInfo<</Marked true>>/StructTreeRoot ${writeTags(options.tags, numbers, add, set)} 0 R`
    : "";
  set(catalog, `<</Type/Catalog/Pages ${tree} 0 R${root}>>`);
  const encryption = options.password === undefined ? "" : `/Encrypt ${add(encryptDictionary(options.password))} 0 R`;
  return assemble(objects, `/Root ${catalog} 0 R/ID[<${ID}><${ID}>]${encryption}`);
}

function assemble(objects: Buffer[], trailer: string): Uint8Array {
  const parts = [Buffer.from("%PDF-1.7\n", "latin1")];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [index, body] of objects.entries()) {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`, "latin1"),
      body,
      Buffer.from("\nendobj\n", "latin1"),
    ]);
    offsets.push(at);
    at += part.length;
    parts.push(part);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}${trailer}>>\nstartxref\n${at}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(end, "latin1")]));
}

function stream(dictionary: string, content: Buffer): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${packed.length}/Filter/FlateDecode>>\nstream\n`, "latin1"),
    packed,
    Buffer.from("\nendstream", "latin1"),
  ]);
}

function operators({ texts = [], boxes = [], image = false }: Page): string {
  const drawn = boxes.map(([x, y, width, height]) => `${x} ${y} ${width} ${height} re S`);
  const written = texts.map(({ text, x, y, size = 10, bold = false, mark, artifact }) => {
    const show = `BT /F${bold ? 1 : 0} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escape(text)}) Tj ET`;
    if (artifact) return `/Artifact BMC ${show} EMC`;
    return mark === undefined ? show : `/Span <</MCID ${mark}>> BDC ${show} EMC`;
  });
  return [...(image ? ["q 500 0 0 700 50 50 cm /I0 Do Q"] : []), ...drawn, ...written].join("\n");
}

/** The few letters outside Latin-1 that Danish text uses, as WinAnsiEncoding has them. */
const WIN_ANSI: Record<string, string> = {
  "–": "\x96",
  "”": "\x94",
  "“": "\x93",
  "’": "\x92",
  "•": "\x95",
  "€": "\x80",
};

function escape(text: string): string {
  return text.replace(/[()\\]/g, "\\$&").replace(/[^\0-\xff]/g, (letter) => WIN_ANSI[letter] ?? "?");
}

/** Elements, and for each page the table from marked content to the element that holds it (ISO 32000-1, § 14.7.4). */
function writeTags(
  tags: Element[],
  pages: number[],
  add: (body: string) => number,
  set: (number: number, body: string) => void,
): number {
  const root = add("");
  const parents: number[][] = pages.map(() => []);
  const write = (element: Element, parent: number): number => {
    const number = add("");
    const children = element.children.map((child) => {
      if ("type" in child) return `${write(child, number)} 0 R`;
      parents[child.page]![child.mark] = number;
      return `<</Type/MCR/Pg ${pages[child.page]} 0 R/MCID ${child.mark}>>`;
    });
    set(number, `<</Type/StructElem/S/${element.type}/P ${parent} 0 R/K[${children.join(" ")}]>>`);
    return number;
  };
  const children = tags.map((tag) => `${write(tag, root)} 0 R`);
  const entries = parents.map(
    (list, page) =>
      `${page} [${Array.from(list, (number) => (number === undefined ? "null" : `${number} 0 R`)).join(" ")}]`,
  );
  set(root, `<</Type/StructTreeRoot/K[${children.join(" ")}]/ParentTree<</Nums[${entries.join(" ")}]>>>>`);
  return root;
}

const ID = "0123456789abcdef0123456789abcdef";
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

/** The standard security handler with 40-bit RC4 (ISO 32000-1, § 7.6.3, algorithms 2 to 4). */
function encryptDictionary(password: string): string {
  const md5 = (...parts: Buffer[]) => createHash("md5").update(Buffer.concat(parts)).digest();
  const padded = Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded, owner, permissions, Buffer.from(ID, "hex")).subarray(0, 5);
  return `<</Filter/Standard/V 1/R 2/P -4/O<${owner.toString("hex")}>/U<${rc4(key, PADDING).toString("hex")}>>>`;
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b]!, state[a]!]);
  let j = 0;
  for (let i = 0; i < 256; i++) swap(i, (j = (j + state[i]! + key[i % key.length]!) & 255));
  let i = 0;
  j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      swap(i, (j = (j + state[i]!) & 255));
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}
