import type { Phrasebook } from "../model.ts";
import { otherSentences, sentences } from "./sentences.ts";
import { subjects } from "./subjects.ts";

/** What the published figures are from: other writers and other papers, not to be read by whoever improves the checks. */
export const heldOut: Phrasebook = { name: "held-out", subjects, ...sentences, ...otherSentences };
