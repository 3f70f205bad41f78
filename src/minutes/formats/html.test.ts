import { describe, expect, test } from "vitest";
import { extractHtml } from "./html.ts";

function textOf(html: string): string {
  const read = extractHtml(new TextEncoder().encode(html));
  return read.ok ? read.extracted.text : read.code;
}

describe("a web page", () => {
  test("becomes headings, paragraphs and line breaks", () => {
    expect(
      textOf("<h1>Punkt 1</h1><p>En  linje<br>og\nen til</p>løs tekst<div>afsnit<br><br>nyt&nbsp;afsnit</div>"),
    ).toBe("# Punkt 1\n\nEn linje\nog en til\n\nløs tekst\n\nafsnit\n\nnyt afsnit\n");
  });

  test("a paragraph in bold is marked as one, bold words are not", () => {
    expect(textOf("<p><strong>Beslutning</strong></p><p><b>Godkendt</b> af alle</p>")).toBe(
      "**Beslutning**\n\nGodkendt af alle\n",
    );
  });

  test("lists keep numbers, starts and depth", () => {
    expect(textOf("<ol start=3><li>tredje<ul><li>under</li></ul><li><p>fjerde</p></ol><ol type=a><li>a</ol>")).toBe(
      "3. tredje\n  - under\n4. fjerde\na) a\n",
    );
  });

  test("tables keep every value under its heading", () => {
    const html =
      "<table><thead><tr><th>Type<th colspan=2>2024</thead><tr><td rowspan=2>Klager<sup>1)</sup><td>4<td></td></tr><tr><td>5<td>6</table>";
    expect(textOf(html)).toBe("Type\t2024\t\nKlager¹⁾\t4\t\n\t5\t6\n");
  });

  test("a table that only places things on the page is no table", () => {
    expect(
      textOf(
        "<table><tr><td><h2>Sag</h2><p>tekst</p></td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>",
      ),
    ).toBe("## Sag\n\ntekst\n\n1\t2\n");
  });

  test("scripts, menus, cookie banners and hidden parts are left out", () => {
    const html =
      "<head><style>p{}</style></head><body class=cookie-ok><div id='cookie-banner'>Vi bruger cookies</div><nav>Forside</nav><script>x()</script>" +
      "<p>Referat</p><p hidden>skjult</p><p style='display:none'>skjult</p><div class='breadcrumb'>Forside / Referat</div><footer>Rådhuset</footer>";
    expect(textOf(html)).toBe("Referat\n");
  });

  test("only the main part is read where it is most of the page", () => {
    expect(
      textOf(
        "<div>Log ind</div><main><h1>Referat</h1><p>Udvalget godkendte planen.</p><footer>Underskrift</footer></main>",
      ),
    ).toBe("# Referat\n\nUdvalget godkendte planen.\n\nUnderskrift\n");
  });

  test("a page inside an element named after its cookie banner is read all the same", () => {
    expect(textOf("<div class='cookie-wrapper'><h1>Referat</h1><p>Udvalget godkendte planen.</p></div>")).toBe(
      "# Referat\n\nUdvalget godkendte planen.\n",
    );
  });

  test("a page that names no municipality takes the title that does", () =>
    expect(textOf("<title>Teknisk Udvalg - Kolding Kommune</title><h1>Referat</h1><p>Godkendt.</p>")).toBe(
      "Teknisk Udvalg - Kolding Kommune\n\n# Referat\n\nGodkendt.\n",
    ));

  test("a page without headings takes its title", () =>
    expect(textOf("<title>Referat, Miljøudvalget</title><p>Godkendt.</p>")).toBe(
      "# Referat, Miljøudvalget\n\nGodkendt.\n",
    ));

  test("the encoding it declares counts where the bytes leave a choice", () => {
    const bytes = Uint8Array.from('<meta charset="iso-8859-1"><p>Møde på Rådhuset</p>', (letter) =>
      letter.charCodeAt(0),
    );
    const read = extractHtml(bytes);
    expect(read.ok && read.extracted.text).toBe("Møde på Rådhuset\n");
  });
});

describe("hostile web pages come to an end", () => {
  test.each([
    ["200,000 nested elements", "<div>".repeat(200_000), "html-too-deep"],
    ["200,000 nested tables", "<table><tr><td>".repeat(200_000), "html-too-deep"],
    ["closing tags that close nothing", `tekst${"</b>".repeat(200_000)}`, "tekst\n"],
    ["comments that never end", "<!--".repeat(200_000), "no-text"],
    [
      "a table of a million columns",
      `<table>${"<tr><td colspan=1000 rowspan=1000>x</td></tr>".repeat(2000)}</table>`,
      /^x/,
    ],
  ])("%s", (_, html, expected) =>
    expect(textOf(`<body>${html}`)).toMatch(typeof expected === "string" ? new RegExp(`^${expected}$`) : expected),
  );
});
