import { describe, expect, test } from "vitest";
import { findReferences } from "./references.ts";

const meeting = { committee: "Økonomiudvalget", date: "2012-10-08" };
const pointers = (text: string) =>
  findReferences(text, meeting).map(({ itemNumber, date, committee }) => [itemNumber, date, committee]);

describe("a pointer to an earlier item", () => {
  test.each([
    ["Jf. punkt 188 på mødet den 10. september 2012 har forsyningen svaret.", [["188", "2012-09-10", null]]],
    ["Se sag 97 fra Teknisk Udvalgs møde den 5. september 2012.", [["97", "2012-09-05", "Teknisk Udvalg"]]],
    ["Sagen er en genoptagelse af punkt 12 i Byrådet den 4. maj 2011.", [["12", "2011-05-04", "Byrådet"]]],
    ["Der henvises til sag nr. 20 af 4. maj 2011.", [["20", "2011-05-04", null]]],
    ["Se punkt 140 fra mødet den 3. september.", [["140", "2012-09-03", null]]],
    ["Kulturudvalget drøftede udkastet 6. maj 2012.", [[null, "2012-05-06", "Kulturudvalget"]]],
    ["Byrådet vedtog planen fra 6. maj 2012.", []],
    ["Se punkt 7 i planen af 4. maj 2011.", []],
    ["Efter lovens punkt 4 af 3. maj 2011 gælder det samme.", []],
    ["Punkt 3 behandles igen på mødet den 5. november 2012.", []],
  ])("in: %s", (text, found) => expect(pointers(text)).toEqual(found));
});
