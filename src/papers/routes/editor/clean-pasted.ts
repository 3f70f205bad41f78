/**
 * What is pasted, as HTML the schema reads well. Word writes lists as paragraphs with the sign or number before the words,
 * wraps words in empty spans, and hides comments and bookmarks between them; a mail program adds a page around it.
 */
export function cleanPastedHtml(html: string, parse = parseHtml): string {
  const document = parse(html);
  const body = document.body;
  for (const element of body.querySelectorAll(REMOVED)) element.remove();
  for (const comment of commentsIn(body)) comment.remove();
  for (const element of body.querySelectorAll("*")) if (/:/.test(element.localName)) unwrap(element);
  for (const element of body.querySelectorAll("[style]")) styleToMarks(element);
  for (const element of body.querySelectorAll("h1")) rename(element, "h2");
  for (const element of body.querySelectorAll("h5, h6")) rename(element, "h4");
  for (const element of body.querySelectorAll("p")) headingByClass(element);
  wordLists(body);
  headRows(body);
  for (const element of body.querySelectorAll("*")) removeAttributes(element);
  for (const element of body.querySelectorAll("span, font")) unwrap(element);
  for (const element of body.querySelectorAll("p"))
    if ((element.textContent ?? "").trim() === "" && !element.closest("td, th, li")) element.remove();
  return body.innerHTML.trim();
}

const REMOVED =
  "script, style, meta, link, title, xml, img, object, iframe, form, input, button, del, [style*='mso-element:comment'], [style*='mso-hide'], .MsoCommentReference, [style*='display:none'], [style*='display: none']";
const KEPT = new Set(["href", "colspan", "rowspan", "start", "data-footnote", "data-caption", "data-id"]);

const parseHtml = (html: string): Document => new DOMParser().parseFromString(html, "text/html");

function commentsIn(root: Node): ChildNode[] {
  return [...root.childNodes].flatMap((node) => (node.nodeType === 8 ? [node] : commentsIn(node)));
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  for (const { name, value } of element.attributes) renamed.setAttribute(name, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Bold, italic, raised and lowered that are said by style become the elements that say it. */
function styleToMarks(element: Element): void {
  const style = element.getAttribute("style") ?? "";
  if (element.localName !== "span" && element.localName !== "font") return;
  const names = [
    /font-weight:\s*(?:bold|[6-9]00)/i.test(style) && "strong",
    /font-style:\s*italic/i.test(style) && "em",
    /vertical-align:\s*super/i.test(style) && "sup",
    /vertical-align:\s*sub/i.test(style) && "sub",
  ].filter((name) => name !== false);
  for (const name of names) {
    const mark = element.ownerDocument.createElement(name);
    mark.append(...element.childNodes);
    element.append(mark);
  }
}

/** Word's own styles of headings, where it did not write them as such. */
function headingByClass(element: Element): void {
  const level = /Mso(?:Heading|Title)(\d?)|Overskrift(\d)/.exec(element.className ?? "");
  if (level) rename(element, `h${Math.min(Math.max(Number(level[1] || level[2] || 1) + 1, 2), 4)}`);
}

const BULLET = /^[\s\u00a0]*[·•●▪◦§o\u00b7\uf0b7\uf0a7-][\s\u00a0]+/;
const NUMBER = /^[\s\u00a0]*(\d{1,3}|[a-z])[.)][\s\u00a0]+/;

type ListLine = { element: Element; depth: number; ordered: boolean; start: number };

/** Paragraphs that Word calls items become lists, by the level their style names. */
function wordLists(body: Element): void {
  let line: ListLine[] = [];
  const end = () => {
    if (line.length > 0) buildList(line);
    line = [];
  };
  for (const element of body.querySelectorAll("p, h2, h3, h4, table, ul, ol")) {
    const item = listLine(element);
    if (!item || (line.length > 0 && !follows(line.at(-1)?.element, element))) end();
    if (item) line.push(item);
  }
  end();
}

function listLine(element: Element): ListLine | null {
  if (element.localName !== "p" || element.closest("li")) return null;
  const style = element.getAttribute("style") ?? "";
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(style);
  if (!level && !/MsoListParagraph/.test(element.className)) return null;
  // The sign is marked as such, or stands first in the words.
  const sign = element.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
  const text = sign ? `${sign.textContent ?? ""} ` : (element.textContent ?? "");
  const number = NUMBER.exec(text);
  const bullet = BULLET.exec(text);
  if (!number && !bullet && !level) return null;
  if (sign) sign.remove();
  else if (bullet ?? number) cutStart(element, (bullet ?? number)?.[0].length ?? 0);
  return {
    element,
    depth: Number(level?.[1] ?? 1),
    ordered: !bullet && number !== null,
    start: Number.parseInt(number?.[1] ?? "1", 10) || 1,
  };
}

/** Takes the first characters of an element away, through whatever elements they stand in. */
function cutStart(element: Element, length: number): void {
  let left = length;
  const cut = (node: Node) => {
    if (left === 0) return;
    if (node.nodeType === 3) {
      const text = node.textContent ?? "";
      node.textContent = text.slice(left);
      left = Math.max(0, left - text.length);
    } else node.childNodes.forEach(cut);
  };
  cut(element);
}

function follows(before: Element | undefined, element: Element): boolean {
  let next = before?.nextSibling ?? null;
  while (next && next.nodeType !== 1 && (next.textContent ?? "").trim() === "") next = next.nextSibling;
  return next === element;
}

function buildList(lines: ListLine[]): void {
  const stack: { list: Element; depth: number; ordered: boolean }[] = [];
  const first = lines[0] as ListLine;
  const document = first.element.ownerDocument;
  const place = document.createElement("div");
  first.element.before(place);
  for (const { element, depth, ordered, start } of lines) {
    while (stack.length > 0 && (stack.at(-1)?.depth ?? 0) > depth) stack.pop();
    const top = stack.at(-1);
    if (top?.depth === depth && top.ordered !== ordered) stack.pop();
    if (stack.at(-1)?.depth !== depth) {
      const list = document.createElement(ordered ? "ol" : "ul");
      if (ordered && start > 1) list.setAttribute("start", String(start));
      (stack.at(-1)?.list.lastElementChild ?? place).append(list);
      stack.push({ list, depth, ordered });
    }
    const item = document.createElement("li");
    const words = document.createElement("p");
    words.append(...element.childNodes);
    words.normalize();
    item.append(words);
    stack.at(-1)?.list.append(item);
    element.remove();
  }
  unwrap(place);
}

/** A first row that is bold from end to end, or that Word repeats on each page, is the table's head. */
function headRows(body: Element): void {
  for (const table of body.querySelectorAll("table")) {
    const row = table.querySelector("tr");
    if (!row || row.querySelector("th")) continue;
    const cells = [...row.children];
    const isBold = (cell: Element) =>
      (cell.textContent ?? "").trim() === "" ||
      [...cell.querySelectorAll("b, strong")]
        .map((mark) => mark.textContent ?? "")
        .join("")
        .trim() === (cell.textContent ?? "").trim();
    const hasWords = cells.some((cell) => (cell.textContent ?? "").trim() !== "");
    if (!row.closest("thead") && !(hasWords && table.querySelectorAll("tr").length > 1 && cells.every(isBold)))
      continue;
    for (const cell of cells) {
      const head = rename(cell, "th");
      for (const mark of head.querySelectorAll("b, strong")) unwrap(mark);
    }
  }
}

function removeAttributes(element: Element): void {
  for (const name of element.getAttributeNames()) if (!KEPT.has(name)) element.removeAttribute(name);
  // Places within the document that was copied from lead nowhere here.
  if (element.localName === "a" && !/^(?:https?:|mailto:)/i.test(element.getAttribute("href") ?? "")) unwrap(element);
}
