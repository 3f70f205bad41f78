import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

const paper = ":municipality/arbejde/sager/:paper";

/** Where a section of a paper is written, and the paper's recomputed figures. */
export const editorRoutes = [
  route(`${paper}/tekst/:section`, "section.tsx"),
  route(`${paper}/tekst/:section/gem`, "save.ts", { id: "save-section" }),
  route(`${paper}/tal`, "findings.tsx", { id: "paper-findings" }),
  route(`${paper}/tal.json`, "findings-file.ts", { id: "paper-findings-file" }),
];
