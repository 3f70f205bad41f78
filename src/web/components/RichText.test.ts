import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { describe, expect, test } from "vitest";
import type { RichText as Text } from "#rich-text/model.ts";
import {
  bullets,
  deleted,
  heading,
  inserted,
  linkTo,
  note,
  paragraph,
  richText,
  tableOf,
  words,
} from "#rich-text/testing.ts";
import { RichText } from "./RichText.tsx";

function shown(text: Text, props: { suggestions?: "shown"; headingLevel?: 2 } = {}): string {
  const page = createElement(MemoryRouter, null, createElement(RichText, { text, ...props }));
  return renderToStaticMarkup(page).replace(/^<div class="rich-text">(.*)<\/div>$/, "$1");
}

describe("a text", () => {
  test("has headings that follow the page's, lists, links and marks", () => {
    const text = richText(
      heading(2, "Økonomi"),
      paragraph(words("Se ", "bold"), words("planen", linkTo("https://eksempel.dk"), "bold")),
      bullets("løn", ["drift", bullets("el")]),
    );
    expect(shown(text)).toBe(
      '<h3>Økonomi</h3><p><strong>Se </strong><a href="https://eksempel.dk"><strong>planen</strong></a></p><ul><li>løn</li><li>drift<ul><li>el</li></ul></li></ul>',
    );
    expect(shown(text, { headingLevel: 2 })).toContain("<h2>Økonomi</h2>");
  });

  test("has tables with heads that say what they head, and figures to the right", () => {
    const table = shown(
      richText({ ...tableOf(["Post", "Kr."], ["El", "12.000"], ["Vand", "8"]), attrs: { caption: "Drift" } }),
    );
    expect(table).toContain(">Drift</caption>");
    expect(table).toContain('<thead><tr><th scope="col">Post</th><th scope="col" class="number">Kr.</th></tr></thead>');
    expect(table).toContain('<tbody><tr><td>El</td><td class="number">12.000</td></tr>');
  });

  test("leads from a note to its words and back", () => {
    const html = shown(richText(paragraph("Budget", note("korrigeret"), " og mål", note("foreløbigt"))));
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.toSorted()).toEqual(ids.toSorted());
    expect(html).toContain('<ol class="rich-text__notes" aria-label="Noter">');
    expect(html).toContain("korrigeret <a");
  });

  test("reads as if the suggestions were made, unless they are to be seen", () => {
    const gone = { ...paragraph("Hele afsnittet"), marks: [deleted(2)] };
    const text = richText(paragraph("Vi ", words("afviser", deleted(1)), words("godkender", inserted(1)), "."), gone);
    expect(shown(text)).toBe("<p>Vi godkender.</p>");
    expect(shown(text, { suggestions: "shown" })).toBe(
      "<p>Vi <del>afviser</del><ins>godkender</ins>.</p><del><p>Hele afsnittet</p></del>",
    );
  });
});
