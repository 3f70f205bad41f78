import { describe, expect, test } from "vitest";
import { writePdf, type Element, type Page, type PlacedText } from "../../../tests/support/pdf.ts";
import { extractPdf } from "./pdf.ts";

async function textOf(pages: Page[], tags?: Element[]): Promise<string> {
  const read = await extractPdf(writePdf(pages, tags ? { tags } : {}));
  if (!read.ok) throw new Error(read.code);
  return read.extracted.text;
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const read = await extractPdf(bytes);
  return read.ok ? "ok" : read.code;
}

/** Lines below each other, 12 points apart. */
function lines(x: number, y: number, texts: string[], size = 10): PlacedText[] {
  return texts.map((text, index) => ({ text, x, y: y - 12 * index, size }));
}

const filler = lines(50, 300, [
  "Administrationen har set på udgifterne til veje og stier i de seneste tre år og",
  "har sammenlignet dem med andre kommuner. Der er brugt flere penge end ventet på",
  "vintertjeneste, fordi der har været flere dage med frost end der plejer at være",
]);

describe("a PDF without tags", () => {
  test("lines of a paragraph are joined, and short lines stay lines", async () => {
    const short = lines(50, 700, ["Anna Holm (A)", "Bo Kjær (V)"]);
    expect(await textOf([{ texts: [...short, ...filler] }])).toBe(
      "Anna Holm (A)\nBo Kjær (V)\n\nAdministrationen har set på udgifterne til veje og stier i de seneste tre år og har sammenlignet dem med andre kommuner. Der er brugt flere penge end ventet på vintertjeneste, fordi der har været flere dage med frost end der plejer at være\n",
    );
  });

  test("larger letters are headings by size, bold lines are bold", async () => {
    const texts: PlacedText[] = [
      { text: "REFERAT Miljøudvalget d. 14-05-2025", x: 50, y: 780, size: 20 },
      { text: "Punkt 1: Veje", x: 50, y: 740, size: 14 },
      { text: "Beslutning", x: 50, y: 700, bold: true },
      { text: "Godkendt.", x: 50, y: 676 },
    ];
    expect(await textOf([{ texts: [...texts, ...filler] }])).toMatch(
      /^# REFERAT Miljøudvalget d. 14-05-2025\n\n## Punkt 1: Veje\n\n\*\*Beslutning\*\*\n\nGodkendt.\n\nAdministrationen/,
    );
  });

  test("two columns of running text are read one after the other", async () => {
    const left = [
      "Første spalte begynder her og",
      "går videre i mange linjer, som",
      "alle er skrevet i den venstre",
      "halvdel af siden, så den der",
      "læser ned ad siden kommer til",
      "enden før den næste spalte.",
    ];
    const right = [
      "Anden spalte begynder øverst",
      "på siden igen og handler om",
      "noget helt andet end den med",
      "det som stod til venstre for",
      "den, og derfor må linjerne i",
      "de to ikke blandes sammen.",
    ];
    const text = await textOf([{ texts: [...lines(50, 700, left), ...lines(320, 700, right)] }]);
    expect(text.replaceAll("\n", " ")).toContain("enden før den næste spalte.  Anden spalte begynder");
  });

  test("aligned gaps make a table, with empty cells kept and numbers under their headings", async () => {
    const row = (y: number, cells: [string, number][]): PlacedText[] => cells.map(([text, x]) => ({ text, x, y }));
    const texts = [
      ...row(700, [
        ["2023", 200],
        ["2024", 300],
        ["I alt", 400],
      ]),
      ...row(684, [
        ["Klager", 50],
        ["12", 212],
        ["8", 318],
        ["20", 418],
      ]),
      ...row(668, [
        ["Afviste", 50],
        ["3", 218],
        ["3", 424],
      ]),
    ];
    expect(await textOf([{ texts: [...texts, ...filler] }])).toMatch(
      /^\t2023\t2024\tI alt\nKlager\t12\t8\t20\nAfviste\t3\t\t3\n\nAdmin/,
    );
  });

  test("drawn lines tell which lines of a cell belong together", async () => {
    const texts: PlacedText[] = [
      ...lines(55, 690, ["Lov om en aktiv", "indsats"]),
      { text: "21", x: 305, y: 690 },
      { text: "Aktivloven", x: 55, y: 666 },
      { text: "57", x: 305, y: 666 },
      { text: "I alt", x: 55, y: 654 },
      { text: "78", x: 305, y: 654 },
    ];
    const boxes = [700, 676, 664].flatMap((top, index): [number, number, number, number][] => {
      const bottom = [676, 664, 652][index]!;
      return [
        [50, bottom, 250, top - bottom],
        [300, bottom, 100, top - bottom],
      ];
    });
    expect(await textOf([{ texts: [...texts, ...filler], boxes }])).toMatch(
      /^Lov om en aktiv indsats\t21\nAktivloven\t57\nI alt\t78\n/,
    );
  });

  test("bullets and numbers make lists with their depth", async () => {
    const texts: PlacedText[] = [
      { text: "• Flere busser", x: 60, y: 700 },
      { text: "• til landsbyer", x: 90, y: 688 },
      { text: "• Færre biler", x: 60, y: 676 },
      { text: "1. Udvalget godkender planen", x: 60, y: 640 },
      { text: "2. Udvalget tager resten til efterretning", x: 60, y: 628 },
    ];
    expect(await textOf([{ texts: [...texts, ...filler] }])).toMatch(
      /^- Flere busser\n {2}- til landsbyer\n- Færre biler\n1. Udvalget godkender planen\n2. Udvalget tager resten til efterretning\n\n/,
    );
  });

  test("a contents line keeps its title and page", async () => {
    const texts = lines(50, 700, [
      "Godkendelse af dagsorden......................... 3",
      "Budget for 2026.................................. 5",
    ]);
    expect(await textOf([{ texts: [...texts, ...filler] }])).toMatch(
      /^Godkendelse af dagsorden.....\t3\nBudget for 2026.....\t5\n\n/,
    );
  });

  test("page heads, feet and numbers go, but the first head stays; text goes on over the page break", async () => {
    const page = (index: number, texts: PlacedText[]): Page => ({
      texts: [
        { text: "Testby Kommune, Miljøudvalget", x: 50, y: 815, size: 8 },
        ...texts,
        { text: `Side ${index} af 3`, x: 270, y: 25, size: 8 },
      ],
    });
    const first = lines(50, 700, ["Det er aftalt, at kommunen vil holde alle veje og stier fri for sne og is når en"]);
    const second = lines(50, 760, ["vinter er hård."]);
    const read = await extractPdf(writePdf([page(1, [...filler, ...first]), page(2, filler), page(3, second)]));
    expect(read.ok && read.extracted.pages).toBe(3);
    const text = read.ok ? read.extracted.text : "";
    expect(text.match(/Testby Kommune/g)).toHaveLength(1);
    expect(text).not.toMatch(/Side \d/);
    expect(text).toMatch(/plejer at være vinter er hård\.\n$/);
    expect(read.ok && read.extracted.warnings).toEqual([
      { code: "page-furniture", message: "Sidehoveder, sidefødder og sidetal er udeladt (6 linjer).", line: null },
    ]);
  });

  test("closed items alone on their pages are not taken for page heads", async () => {
    const page = (number: number): Page => ({
      texts: [{ text: `Punkt ${number}: Lukket punkt`, x: 50, y: 800 }, ...filler],
    });
    expect((await textOf([page(1), page(2), page(3), page(4)])).match(/Lukket punkt/g)).toHaveLength(4);
  });

  test("a hyphen goes where it divides a word and stays where it belongs", async () => {
    const texts = lines(50, 700, [
      "Udvalget har drøftet den indsats, som er lagt fast i aftalen om kommunens beskæf-",
      "tigelse, og har set på, hvordan pengene er fordelt, både på drifts-, anlægs- og fælles-",
      "og særudgifter. Der er desuden holdt møder om den fælles vejledning, som de to A-",
      "kasser giver, og der er sendt breve ud med e-mail, men ikke alle har svaret på en e-",
      "mail, og nogle bruger systemet Fagnet-Pro til det, mens andre bruger et Fagnet-",
      "abonnement.",
    ]);
    const text = await textOf([{ texts }]);
    for (const words of [
      "kommunens beskæftigelse,",
      "fælles- og særudgifter",
      "A-kasser",
      "på en e-mail,",
      "Fagnet-abonnement",
    ])
      expect(text).toContain(words);
  });

  test("a page turned on its side is read like the others", async () => {
    const raw = Buffer.from(
      "BT /F0 10 Tf 0 1 -1 0 100 50 Tm (Liggende side med tekst) Tj ET\nBT /F0 10 Tf 0 1 -1 0 130 50 Tm (anden linje) Tj ET",
      "latin1",
    );
    expect(await textOf([{ rotate: 90, raw }])).toBe("Liggende side med tekst\n\nanden linje\n");
  });
});

describe("a PDF with tags", () => {
  const leaf = (type: string, ...marks: number[]): Element => ({
    type,
    children: marks.map((mark) => ({ page: 0, mark })),
  });

  test("headings, lists and tables come from the tags, whatever the letters look like", async () => {
    const words = ["Punkt 1: Veje", "Beslutning", "Godkendt.", "•", "Asfalt", "År", "Kr.", "2024", "1.200", "Slut"];
    const texts = words.map((text, mark) => ({ text, x: 50 + (mark % 2) * 150, y: 800 - 20 * mark, mark }));
    const tags: Element[] = [
      {
        type: "Document",
        children: [
          leaf("H1", 0),
          leaf("H2", 1),
          leaf("P", 2),
          { type: "L", children: [{ type: "LI", children: [leaf("Lbl", 3), leaf("LBody", 4)] }] },
          {
            type: "Table",
            children: [
              { type: "TR", children: [leaf("TH", 5), leaf("TH", 6)] },
              { type: "TR", children: [leaf("TD", 7), leaf("TD", 8)] },
            ],
          },
          leaf("P", 9),
        ],
      },
    ];
    expect(await textOf([{ texts }], tags)).toBe(
      "# Punkt 1: Veje\n\n## Beslutning\n\nGodkendt.\n\n- Asfalt\n\nÅr\tKr.\n2024\t1.200\n\nSlut\n",
    );
  });

  test("the order is the tags', not the page's", async () => {
    const texts = [
      { text: "Sidst", x: 50, y: 700, mark: 0 },
      { text: "Først", x: 50, y: 600, mark: 1 },
    ];
    expect(await textOf([{ texts }], [leaf("P", 1), leaf("P", 0)])).toBe("Først\n\nSidst\n");
  });

  test("an element over two pages is one paragraph, and artifacts are left out", async () => {
    const pages: Page[] = [
      {
        texts: [
          { text: "Sagen om de nye stier i Nordbyen og Sydhavnen blev udsat.", x: 50, y: 60, mark: 0 },
          { text: "Side 1", x: 50, y: 20, artifact: true },
        ],
      },
      {
        texts: [
          { text: "Den kommer igen.", x: 50, y: 800, mark: 0 },
          { text: "Side 2", x: 50, y: 20, artifact: true },
        ],
      },
    ];
    const tags: Element[] = [
      {
        type: "P",
        children: [
          { page: 0, mark: 0 },
          { page: 1, mark: 0 },
        ],
      },
    ];
    expect(await textOf(pages, tags)).toBe(
      "Sagen om de nye stier i Nordbyen og Sydhavnen blev udsat. Den kommer igen.\n",
    );
  });

  test("a row whose empty cell has no tag keeps its values under their headings", async () => {
    const cells: [string, number, number][] = [
      ["Område", 50, 700],
      ["Til", 200, 700],
      ["Fra", 300, 700],
      ["Veje", 50, 680],
      ["-936", 300, 680],
    ];
    const texts = cells.map(([text, x, y], mark) => ({ text, x, y, mark }));
    const tags: Element[] = [
      {
        type: "Table",
        children: [
          { type: "TR", children: [leaf("TH", 0), leaf("TH", 1), leaf("TH", 2)] },
          { type: "TR", children: [leaf("TD", 3), leaf("TD", 4)] },
        ],
      },
    ];
    expect(await textOf([{ texts }], tags)).toBe("Område\tTil\tFra\nVeje\t\t-936\n");
  });

  test("text no tag reaches is kept where the file has it", async () => {
    const texts = ["Før", "Glemt", "Efter"].map((text, index) => ({
      text: `${text} er en linje med tekst`,
      x: 50,
      y: 700 - 40 * index,
      ...(index === 1 ? {} : { mark: index }),
    }));
    expect(await textOf([{ texts }], [leaf("P", 0), leaf("P", 2)])).toBe(
      "Før er en linje med tekst\n\nGlemt er en linje med tekst\n\nEfter er en linje med tekst\n",
    );
  });

  test("tags that leave out most of the page are not believed", async () => {
    expect(await textOf([{ texts: [{ text: "Mærket", x: 50, y: 800, mark: 0 }, ...filler] }], [leaf("P", 0)])).toMatch(
      /^Mærket\n\nAdministrationen har set/,
    );
  });
});

describe("a PDF that cannot be read", () => {
  const whole = writePdf([{ texts: filler }]);

  test("says that it wants a password", async () =>
    expect(await codeOf(writePdf([{ texts: filler }], { password: "hemmelig" }))).toBe("pdf-password"));
  test("says that it is scanned", async () => expect(await codeOf(writePdf([{ image: true }]))).toBe("pdf-scanned"));
  test("says that it holds no text", async () => expect(await codeOf(writePdf([{}]))).toBe("no-text"));
  test("says that it is cut short", async () =>
    expect(await codeOf(whole.subarray(0, whole.length - 200))).toBe("pdf-truncated"));
  test("says that it is damaged", async () =>
    expect(await codeOf(new TextEncoder().encode("%PDF-1.7\nikke en PDF\n%%EOF"))).toBe("pdf-damaged"));

  test("says that it unpacks to far too much, without unpacking it", async () => {
    expect(await codeOf(writePdf([{ raw: Buffer.alloc(120_000_000, " ") }]))).toBe("pdf-bomb");
  });

  test("names the pages that are pictures when others hold text", async () => {
    const read = await extractPdf(writePdf([{ texts: filler }, { image: true }]));
    expect(read.ok && read.extracted.warnings).toEqual([
      { code: "pages-without-text", message: "Side 2 er billeder uden tekst og er ikke læst.", line: null },
    ]);
  });

  test("says that a page of a hundred thousand pieces of text is too much, and reads one of so many lines", async () => {
    const many = (operator: (index: number) => string) =>
      Buffer.from(Array.from({ length: 100_000 }, (_, index) => operator(index)).join("\n"));
    const texts = many((index) => `BT /F0 1 Tf 1 0 0 1 ${index % 500} ${(index / 200) | 0} Tm (ord) Tj ET`);
    expect(await codeOf(writePdf([{ raw: texts }]))).toBe("pdf-too-complex");
    const drawing = many((index) => `${index % 500} ${(index / 200) | 0} 20 20 re S`);
    expect(
      await codeOf(
        writePdf([
          { raw: Buffer.concat([drawing, Buffer.from("\nBT /F0 10 Tf 1 0 0 1 50 50 Tm (Kort over Nordbyen) Tj ET")]) },
        ]),
      ),
    ).toBe("ok");
  });

  test("reads a page that damage has made miles wide", async () => {
    expect(await textOf([{ texts: [...filler, { text: "Langt ude", x: 9_000_000, y: 100 }] }])).toContain("Langt ude");
  });
});
