import { expect, test } from "vitest";
import { parseCaseNumber } from "./case-numbers.ts";
import { findMunicipality } from "./municipality.ts";

test("beside a journal number that is only a subject stands the case number", () => {
  expect(parseCaseNumber("J.nr. 20.00.00G01        Sagsnr. 2012/08871")).toBe("2012/08871");
});

test("a journal number with a serial, or alone, is the case number", () => {
  expect(parseCaseNumber("J.nr. 20.00.00-G01-4-12  Sagsnr. 2012/08871")).toBe("20.00.00-G01-4-12");
  expect(parseCaseNumber("J.nr. 20.00.00G01")).toBe("20.00.00G01");
});

test("a municipality in capitals may begin with a Danish letter", () => {
  expect(findMunicipality("ØSTERVANG KOMMUNE\nReferat", 20, null, null)).toBe("Østervang");
});
