/** PostgreSQL's text in UTF-8, without the character zero and halves of surrogate pairs; see `storableJson`. */
export function storableText(text: string): Uint8Array {
  // The encoder itself writes U+FFFD for half a pair.
  return utf8.encode(text.includes("\0") ? text.replaceAll("\0", "\ufffd") : text);
}

const utf8 = new TextEncoder();

/** PostgreSQL's text holds neither the character zero nor half a surrogate pair: both become U+FFFD, of the same length. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  // Nearly no document has such a character, and to look for all that may stand before it takes long.
  return json.includes("\\u") ? json.replaceAll(UNSTORABLE, "$1\ufffd") : json;
}

const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;
