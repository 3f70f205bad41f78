import { describe, expect, test } from "vitest";
import { extractMarkdown } from "./markdown.ts";
import { decodeText, extractPlainText } from "./text.ts";

const danish = "Referat af møde i Børne- og Ældreudvalget – ”åbent”";
const windows1252 = Uint8Array.from(danish, (letter) => ({ "–": 0x96, "”": 0x94 })[letter] ?? letter.charCodeAt(0));

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const whole = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(whole.length * 2));
  for (let at = 0; at < whole.length; at++) view.setUint16(at * 2, whole.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe("the encoding of a text", () => {
  test.each([
    ["UTF-8", new TextEncoder().encode(danish)],
    ["UTF-8 with a byte order mark", new TextEncoder().encode(`\ufeff${danish}`)],
    ["UTF-16 LE", utf16(danish, true, true)],
    ["UTF-16 BE", utf16(danish, false, true)],
    ["UTF-16 LE without a mark", utf16("Referat af et moede i udvalget", true, false)],
    ["Windows-1252", windows1252],
  ])("%s is read right", (name, bytes) => {
    expect(decodeText(bytes)).toEqual({
      text: name.includes("without") ? "Referat af et moede i udvalget" : danish,
      warnings: [],
    });
  });

  test("a broken byte among many good ones is shown as broken, not taken for another encoding", () => {
    const bytes = new TextEncoder().encode(`${danish} æøå`);
    bytes[bytes.length - 1] = 0x20;
    const read = decodeText(bytes);
    expect(read.text).toContain("Børne- og Ældreudvalget");
    expect(read.warnings.map(({ code }) => code)).toEqual(["encoding-damaged"]);
  });

  test("text read once too often as Windows-1252 is kept, with a warning", () => {
    const read = decodeText(new TextEncoder().encode("SÃ¦rlige Ã¸konomiske mÃ¥l og Ã¦ndringer"));
    expect(read.text).toContain("SÃ¦rlige");
    expect(read.warnings.map(({ code }) => code)).toEqual(["encoding-suspect"]);
  });
});

describe("plain text", () => {
  const textOf = (text: string) => {
    const read = extractPlainText(new TextEncoder().encode(text));
    return read.ok ? read.extracted.text : read.code;
  };

  test("is kept as it is, with one kind of line end", () =>
    expect(textOf("a\r\nb\rc\fd\n\te")).toBe("a\nb\nc\nd\n\te"));
  test("is not what holds control characters", () => expect(textOf("\u0001\u0002\u0003abc\u0004")).toBe("binary"));
  test("needs more than white space", () => expect(textOf(" \n\t ")).toBe("no-text"));
});

describe("text converted from pages", () => {
  const read = (lines: string[]) => {
    const result = extractPlainText(new TextEncoder().encode(lines.join("\n")));
    return result.ok ? result.extracted.text : result.code;
  };
  const body = Array.from({ length: 50 }, (_, index) => `Linje ${String.fromCharCode(97 + (index % 26))}${index}.`);

  test("loses page heads, the lines beside them and page numbers, but not the first head", () => {
    const head = (page: number) => ["Kulturudvalget, 20. august 2020   Side " + page, "Skovby Kommune – Torvet 2"];
    const text = read([...head(1), ...body, "17", ...head(2), "rest", ...body, "18", ...head(3), "slut"]);
    expect(text.split("\n")).toEqual([...head(1), ...body, "rest", ...body, "slut"]);
  });

  test("keeps a list whose lines end in page numbers, and closed items that are all alike", () => {
    const list = ["Lukket punkt  side 3", "Lukket punkt  side 4", "Lukket punkt  side 5"];
    expect(read(list)).toBe(list.join("\n"));
  });

  test("wrapped at 72 columns gets its paragraphs back, with lists, headings and tables left alone", () => {
    const text = read([
      "Resumé",
      "",
      "Udvalget skal tage stilling til et forslag om at lægge to daginsti-",
      "tutioner i den nordlige ende af byen sammen til én fra august 2025, og",
      "forvaltningen har regnet på, hvad det koster at bygge om i Børne- og",
      "Ungehuset, som har stået tomt i to år og er overtaget af kommunen fra",
      "den selvejende institution, der gik konkurs.",
      "1. At forslaget sendes i høring i otte uger hos forældrebestyrelserne og",
      "   de faglige organisationer.",
      "2. At der gives 2 mio. kr.",
      "Drift\t1.204",
    ]);
    expect(text.split("\n")).toEqual([
      "Resumé",
      "",
      expect.stringMatching(/^Udvalget .* to daginstitutioner i den .* Børne- og Ungehuset, .* konkurs\.$/),
      "1. At forslaget sendes i høring i otte uger hos forældrebestyrelserne og de faglige organisationer.",
      "2. At der gives 2 mio. kr.",
      "Drift\t1.204",
    ]);
  });
});

test("Markdown tables get tabs between their cells, and other lines stay", () => {
  const read = extractMarkdown(
    new TextEncoder().encode(
      "# Punkt 1\n\n| År | Kr. |\n|:---|---:|\n| 2024 | 1.200 |\n| a \\| b | |\n\nRest | ikke tabel\n",
    ),
  );
  expect(read.ok && read.extracted.text).toBe("# Punkt 1\n\nÅr\tKr.\n2024\t1.200\na | b\t\n\nRest | ikke tabel\n");
});
