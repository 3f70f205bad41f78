import type { Phrasebook } from "../model.ts";
import { otherSentences, sentences } from "./sentences.ts";
import { subjects } from "./subjects.ts";

/** Written without sight of the checks. Whoever improves them is to see its figures and never its papers. */
export const blind: Phrasebook = { name: "blind", subjects, ...sentences, ...otherSentences };
