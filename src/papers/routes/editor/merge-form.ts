import { fromMarkdown } from "#rich-text/markdown.ts";
import type { Choice, MergePart } from "#rich-text/merge.ts";

/** What was chosen for each conflict, in order; what was not chosen takes both. */
export function readChoices(form: FormData, parts: MergePart[]): Choice[] {
  return parts
    .filter(({ kind }) => kind === "conflict")
    .map((_, index) => {
      const chosen = form.get(`choice-${index + 1}`);
      if (chosen === "mine" || chosen === "theirs") return chosen;
      const own = chosen === "own" && fromMarkdown(String(form.get(`own-${index + 1}`) ?? ""));
      return own ? (own.content ?? []) : "both";
    });
}
