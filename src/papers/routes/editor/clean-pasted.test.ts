import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { cleanPastedHtml } from "./clean-pasted.ts";

const clean = (html: string) =>
  cleanPastedHtml(
    `<!DOCTYPE html><html><head></head><body>${html}</body></html>`,
    (text) => new DOMParser().parseFromString(text, "text/html") as never,
  );

describe("what is pasted from Word", () => {
  test("keeps its words, headings and emphasis, and nothing of its looks", () => {
    expect(
      clean(`<!--StartFragment--><h1 style='margin:12pt'><span lang=DA style='font-family:"Calibri"'>Baggrund<o:p></o:p></span></h1>
<p class=MsoNormal style='text-align:justify'><span lang=DA>Forvaltningen <b style='mso-bidi-font-weight:normal'>anbefaler</b>, at <span style='font-style:italic'>stien</span> forlænges 200 m<span style='vertical-align:super'>2</span>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment-->`),
    ).toBe("<h2>Baggrund</h2>\n<p>Forvaltningen <b>anbefaler</b>, at <em>stien</em> forlænges 200 m<sup>2</sup>.</p>");
  });

  test("has lists again where Word has paragraphs with signs", () => {
    const item = (level: number, sign: string, words: string) =>
      `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}</p>`;
    expect(clean(item(1, "·", "løn") + item(2, "o", "pension") + item(2, "o", "ferie") + item(1, "·", "drift"))).toBe(
      "<ul><li><p>løn</p><ul><li><p>pension</p></li><li><p>ferie</p></li></ul></li><li><p>drift</p></li></ul>",
    );
    expect(clean(`${item(1, "3.", "tredje")}${item(1, "4.", "fjerde")}<p class=MsoNormal>Efter</p>`)).toBe(
      '<ol start="3"><li><p>tredje</p></li><li><p>fjerde</p></li></ol><p>Efter</p>',
    );
  });

  test("has lists also where only the style of the paragraph says so", () => {
    expect(clean("<p class=MsoListParagraph>- løn til <b>to</b></p><p class=MsoListParagraph>- drift</p>")).toBe(
      "<ul><li><p>løn til <b>to</b></p></li><li><p>drift</p></li></ul>",
    );
    expect(clean("<p class=MsoListParagraph>Kun indrykket</p>")).toBe("<p>Kun indrykket</p>");
  });

  test("has tables with their heads and merged cells, and no widths", () => {
    const td = (words: string, more = "") =>
      `<td width=120 valign=top style='border:solid windowtext 1.0pt' ${more}><p class=MsoNormal><span lang=DA>${words}</span></p></td>`;
    expect(
      clean(
        `<table class=MsoTableGrid border=1><tr>${td("<b>Post</b>")}${td("<b>Kr.</b>", "colspan=2")}</tr><tr>${td("El")}${td("12")}${td("")}</tr></table>`,
      ),
    ).toBe(
      '<table><tbody><tr><th><p>Post</p></th><th colspan="2"><p>Kr.</p></th></tr><tr><td><p>El</p></td><td><p>12</p></td><td><p></p></td></tr></tbody></table>'
        .replace("<tbody>", "")
        .replace("</tbody>", ""),
    );
  });

  test("leaves out what was deleted, comments and pictures, and links within the document", () => {
    expect(
      clean(
        `<p>Vi <del cite="mailto:x">afviser</del><ins cite="mailto:x">godkender</ins><a style='mso-comment-reference:A_1'></a><span class=MsoCommentReference>[A1]</span> <a href="#_Toc1">planen</a> og <a href="https://eksempel.dk/" target=_blank>mere</a>.<img src="file:///C:/x.png"></p>`,
      ),
    ).toBe('<p>Vi <ins>godkender</ins> planen og <a href="https://eksempel.dk/">mere</a>.</p>');
  });
});

test("scripts and handlers never come along", () => {
  expect(
    clean('<p onclick="x()">a<script>alert(1)</script></p><iframe src="x"></iframe><a href="javascript:x()">b</a>'),
  ).toBe("<p>a</p>b");
});
