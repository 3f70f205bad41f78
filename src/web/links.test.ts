import { describe, expect, it } from "vitest";
import { languageOf, pathIn } from "./language.ts";
import { links, parseMeetingDay, queryString } from "./links.ts";

const meeting = { committee: "teknikudvalget", date: "2024-06-11", sitting: 1 };

describe("addresses", () => {
  it("stand under the municipality, and in English under /en", () => {
    expect(links.da.item("naestved", { ...meeting, item: "46" })).toBe("/naestved/udvalg/teknikudvalget/2024-06-11/46");
    expect(links.en.wording("naestved", { ...meeting, item: "46" })).toBe(
      "/en/naestved/udvalg/teknikudvalget/2024-06-11/46/original",
    );
    expect(links.da.front()).toBe("/");
    expect(links.en.front()).toBe("/en");
  });

  it("name the second sitting of a day", () => {
    const second = links.da.meeting("naestved", { ...meeting, sitting: 2 });
    expect(second).toBe("/naestved/udvalg/teknikudvalget/2024-06-11-2");
    expect(parseMeetingDay(second.split("/").at(-1) ?? "")).toEqual({ date: "2024-06-11", sitting: 2 });
  });

  it("take any case number", () => {
    expect(links.da.case("naestved", "15.00.00/a00 3")).toBe("/naestved/sager/15.00.00%2Fa00%203");
  });

  it("leave empty filters out", () => {
    expect(queryString({ side: 2, udvalg: "", aar: undefined, q: "børn & unge" })).toBe("?side=2&q=b%C3%B8rn+%26+unge");
    expect(links.da.search(undefined, {})).toBe("/soeg");
  });
});

describe("a meeting's day in an address", () => {
  it.each(["2024-02-30", "2024-6-11", "2024-06-11-1", "2024-06-11-x", "i går", ""])("is not %j", (text) => {
    expect(parseMeetingDay(text)).toBeNull();
  });
});

describe("a page's language", () => {
  it.each([
    ["/", "/en"],
    ["/naestved", "/en/naestved"],
    ["/engelsholm", "/en/engelsholm"],
  ])("%s is Danish and %s its English twin", (danish, english) => {
    expect(languageOf(danish)).toBe("da");
    expect(languageOf(english)).toBe("en");
    expect(pathIn("en", danish)).toBe(english);
    expect(pathIn("da", english)).toBe(danish);
    expect(pathIn("en", english)).toBe(english);
  });
});
