import { expect, test } from "vitest";
import { readSearchAddress, searchAddressQuery } from "./address.ts";

test("the address of a search is read, and written back as the same address", () => {
  const address =
    "q=klage&kommune=naestved&udvalg=byraadet&aar=2024&udfald=noted&afsnit=decision&sortering=dato&praecis=ja";
  const read = readSearchAddress(new URLSearchParams(address));
  expect(read).toEqual({
    query: "klage",
    municipality: "naestved",
    committee: "byraadet",
    year: 2024,
    outcome: "noted",
    section: "decision",
    sort: "date",
    exact: true,
  });
  expect(String(new URLSearchParams(searchAddressQuery(read) as Record<string, string>))).toBe(address);
});

test("what is not understood is left open", () => {
  expect(readSearchAddress(new URLSearchParams("q=+&aar=sidste&udfald=ja&afsnit=x&sortering=x"))).toEqual({
    query: "",
    sort: "relevance",
    exact: false,
  });
});
