import type { Span } from "#minutes/model.ts";

// Private use characters, which no paper holds: where a planted claim begins, its number, and where it ends.
const [OPEN, NUMBER_END, CLOSE, DIGIT] = ["\uE000", "\uE001", "\uE002", 0xe010];

/** Puts marks around a claim, which stay with it whatever a layout does to the words. */
export function mark(id: number, text: string): string {
  const number = Array.from(String(id), (digit) => String.fromCharCode(DIGIT + Number(digit))).join("");
  return `${OPEN}${number}${NUMBER_END}${text}${CLOSE}`;
}

/** Takes the marks out again and says where each claim stands; a claim may stand in several places. */
export function takeMarks(marked: string): { text: string; places: { id: number; span: Span }[] } {
  const pieces: string[] = [];
  const places: { id: number; span: Span }[] = [];
  const open: { id: number; start: number }[] = [];
  let length = 0;
  let from = 0;
  for (let at = 0; at < marked.length; at++) {
    const char = marked[at];
    if (char !== OPEN && char !== CLOSE) continue;
    pieces.push(marked.slice(from, at));
    length += at - from;
    from = at + 1;
    if (char === OPEN) {
      const end = marked.indexOf(NUMBER_END, at);
      const number = Array.from(marked.slice(at + 1, end), (digit) => digit.charCodeAt(0) - DIGIT).join("");
      open.push({ id: Number(number), start: length });
      from = end + 1;
      at = end;
    } else {
      const claim = open.pop();
      if (claim) places.push({ id: claim.id, span: { start: claim.start, end: length } });
    }
  }
  pieces.push(marked.slice(from));
  return { text: pieces.join(""), places };
}
