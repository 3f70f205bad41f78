/** Characters of a note. */
export const NOTE_LENGTH = 20_000;

/** Characters of one highlight. */
export const HIGHLIGHT_LENGTH = 5_000;
