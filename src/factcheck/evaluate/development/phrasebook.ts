import type { Phrasebook } from "../model.ts";
import { otherSentences } from "./other-sentences.ts";
import { sentences } from "./sentences.ts";
import { subjects } from "./subjects.ts";

/** What the checks are built against: whoever improves them may read its papers. */
export const development: Phrasebook = { name: "development", subjects, ...sentences, ...otherSentences };
