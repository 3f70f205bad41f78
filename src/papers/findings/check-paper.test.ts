import { expect, test } from "vitest";
import { paragraph, richText, tableOf, words } from "#rich-text/testing.ts";
import { checkPaper } from "./check-paper.ts";
import { replaceWords } from "./compose.ts";

const table = tableOf(
  ["År", "Hjemvist", "Stadfæstet", "I alt"],
  ["2024", "20", "80", "100"],
  ["2025", "30", "90", "130"],
);
const costs = paragraph("Der bruges 250.000 kr. på løn og 120.000 kr. på drift, ", words("i alt 380.000 kr.", "bold"));
const sections = [
  { id: 1, heading: "Resumé", body: richText("Sagen handler om klager.") },
  { id: 4, heading: "Økonomi", body: richText("Om udgifterne.", costs, table) },
];
const paper = { title: "Status på klager", recommendations: ["at sagen tages til efterretning"], sections };

test("what does not add up is found where it stands, with the sum", () => {
  expect(checkPaper(paper)).toMatchObject([
    { sectionId: 4, heading: "Økonomi", block: 1, verdict: "error", stated: "380.000 kr.", computed: "370.000 kr." },
    { sectionId: 4, block: 2, stated: "130", computed: "120" },
  ]);
});

test("the computed figure takes the stated one's place, and nothing else changes", () => {
  const body = sections[1]?.body ?? richText();
  const [sum, cell] = checkPaper(paper);
  if (!sum?.statedAt || !cell?.statedAt) throw new Error("the figures are not found");
  expect(replaceWords(body, sum.statedAt, sum.computed ?? "")).toEqual(
    richText(
      "Om udgifterne.",
      paragraph("Der bruges 250.000 kr. på løn og 120.000 kr. på drift, ", words("i alt 370.000 kr.", "bold")),
      table,
    ),
  );
  expect(JSON.stringify(replaceWords(body, cell.statedAt, cell.computed ?? ""))).toBe(
    JSON.stringify(body).replace('"130"', '"120"'),
  );
  expect(replaceWords(richText("Andet"), sum.statedAt, "1")).toBeNull();
});

test("a finding is known again when other words change, and not when it says something else", () => {
  const [sum] = checkPaper(paper);
  const changed = (first: string, second: ReturnType<typeof paragraph>) =>
    checkPaper({ ...paper, sections: [{ id: 9, heading: "Andet", body: richText(first, second) }] })[0];
  expect(changed("Helt andre ord.", costs)).toMatchObject({ key: sum?.key, sectionId: 9 });
  expect(
    changed("A.", paragraph("Der bruges 250.000 kr. på løn og 120.000 kr. på drift, i alt 390.000 kr."))?.key,
  ).not.toBe(sum?.key);
});

test("a figure that stands in two pieces cannot be exchanged by itself", () => {
  const broken = paragraph(
    "Der bruges 250.000 kr. på løn og 120.000 kr. på drift, i alt ",
    words("380", "bold"),
    ".000 kr.",
  );
  const [finding] = checkPaper({ ...paper, sections: [{ id: 1, heading: "Økonomi", body: richText(broken) }] });
  expect(finding).toMatchObject({ computed: "370.000 kr.", statedAt: null });
});

test("what stands in the points or the title is found too", () => {
  const [finding] = checkPaper({
    title: "Klager",
    recommendations: ["at der bevilges 250.000 kr. til løn og 120.000 kr. til drift, i alt 380.000 kr."],
    sections: [],
  });
  expect(finding).toMatchObject({ sectionId: null, block: null, statedAt: null, computed: "370.000 kr." });
});
