import sprite from "../icons.svg?no-inline";

export type IconName =
  | "arrow-back"
  | "arrow-forward"
  | "attach-file"
  | "chat"
  | "check"
  | "chevron-left"
  | "chevron-right"
  | "close"
  | "document"
  | "download"
  | "flag"
  | "folder"
  | "info"
  | "language"
  | "link"
  | "location"
  | "lock"
  | "minus"
  | "more-horiz"
  | "reply"
  | "search"
  | "time"
  | "warning";

/** A picture beside a word that says the same; it is hidden from those who listen. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon-svg" focusable="false" aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
