/** Characters of a note. */
export const NOTE_LENGTH = 20_000;

/** Characters of one highlight. */
export const HIGHLIGHT_LENGTH = 5_000;

/** Days that papers stay readable on a device after they were last opened with a connection. */
export const OPEN_DAYS = 30;

/** The same where something closed is among them. */
export const CLOSED_DAYS = 7;
