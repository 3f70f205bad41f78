import sprite from "../icons.svg?no-inline";

export type IconName =
  | "arrow-back"
  | "arrow-forward"
  | "assignment"
  | "attach-file"
  | "calendar-month"
  | "chat"
  | "check"
  | "chevron-left"
  | "chevron-right"
  | "close"
  | "document"
  | "download"
  | "first-page"
  | "flag"
  | "folder"
  | "groups"
  | "info"
  | "language"
  | "last-page"
  | "link"
  | "location"
  | "lock"
  | "minus"
  | "more-horiz"
  | "person"
  | "print"
  | "reply"
  | "search"
  | "success"
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
