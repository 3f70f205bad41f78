import { Mark } from "@tiptap/core";

/** Marks of suggested changes, as `@handlewithcare/prosemirror-suggest-changes` sets and applies them. */
export const changes = "insertion deletion modification";

/** Where a link may lead. Everything else, `javascript:` first of all, is no link. */
export function isSafeLink(href: unknown): href is string {
  return (
    typeof href === "string" &&
    href.length <= 2000 &&
    ((/^https?:\/\/[^\s/]/i.test(href) && URL.canParse(href)) || /^mailto:[^\s@]+@[^\s@]+$/i.test(href)) &&
    !/[\s<>"`]/.test(href)
  );
}

export const link = Mark.create({
  name: "link",
  // Outermost, so that a link with a bold word in it is one link.
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({
    href: {
      isRequired: true,
      validate(href: unknown) {
        if (!isSafeLink(href)) throw new RangeError("a link leads where no link may");
      },
    },
  }),
  parseHTML: () => [
    { tag: "a[href]", getAttrs: (element) => isSafeLink(element.getAttribute("href")) && null },
    // An address that is no link loses what it led to and keeps its words.
    { tag: "a", skip: true },
  ],
  renderHTML: ({ HTMLAttributes }) => ["a", { rel: "noopener", ...HTMLAttributes }, 0],
});

export const superscript = Mark.create({
  name: "superscript",
  excludes: "subscript superscript",
  parseHTML: () => [{ tag: "sup" }],
  renderHTML: () => ["sup", 0],
});

export const subscript = Mark.create({
  name: "subscript",
  excludes: "subscript superscript",
  parseHTML: () => [{ tag: "sub" }],
  renderHTML: () => ["sub", 0],
});

const id = {
  isRequired: true,
  validate: "number|string",
  parseHTML: (element: HTMLElement) => JSON.parse(element.dataset["id"] ?? "null"),
  renderHTML: ({ id }: Record<string, unknown>) => ({ "data-id": JSON.stringify(id) }),
};

const insertion = Mark.create({
  name: "insertion",
  inclusive: false,
  excludes: changes,
  addAttributes: () => ({ id }),
  parseHTML: () => [{ tag: "ins[data-id]" }],
  renderHTML: ({ HTMLAttributes }) => ["ins", HTMLAttributes, 0],
});

const deletion = Mark.create({
  name: "deletion",
  inclusive: false,
  excludes: changes,
  addAttributes: () => ({ id }),
  parseHTML: () => [{ tag: "del[data-id]" }],
  renderHTML: ({ HTMLAttributes }) => ["del", HTMLAttributes, 0],
});

/** A change of form: what was bold, or a heading, before. */
const hidden = { default: null, renderHTML: () => ({}), parseHTML: () => null };
const modification = Mark.create({
  name: "modification",
  inclusive: false,
  excludes: "insertion deletion",
  addAttributes: () => ({
    id,
    type: { ...hidden, isRequired: true, validate: "string" },
    attrName: { ...hidden, validate: "string|null" },
    previousValue: hidden,
    newValue: hidden,
  }),
  renderHTML: ({ HTMLAttributes }) => ["span", { "data-change": "form", ...HTMLAttributes }, 0],
});

export const changeMarks = [insertion, deletion, modification];
