const shapes = {
  bullets: "M5 6h.01M5 12h.01M5 18h.01M10 6h9M10 12h9M10 18h9",
  deeper: "M11 6h8M11 12h8M11 18h8M4 8l3 4-3 4",
  higher: "M11 6h8M11 12h8M11 18h8M8 8l-3 4 3 4",
  table: "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14M15 5v14",
  undo: "M8 5L4 9l4 4M4 9h10a5 5 0 010 10h-4",
  redo: "M16 5l4 4-4 4M20 9H10a5 5 0 000 10h4",
  accept: "M5 13l4 4L19 7",
  reject: "M6 6l12 12M18 6L6 18",
  link: "M10 14a4 4 0 006 0l3-3a4 4 0 00-6-6l-1 1M14 10a4 4 0 00-6 0l-3 3a4 4 0 006 6l1-1",
} as const;

/** A picture on a button of the toolbar; the button says in words what it does. */
export function ToolFace({ shape }: { shape: keyof typeof shapes }) {
  return (
    <svg className="toolbar__face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[shape]} />
    </svg>
  );
}
