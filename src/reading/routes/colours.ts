import type { HighlightColour } from "#database/schema-personal.ts";

/** In the order they are offered. */
export const colours = ["yellow", "green", "blue"] as const satisfies HighlightColour[];
