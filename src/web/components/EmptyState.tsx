import type { ReactNode } from "react";

/** Stands where nothing is yet: says what will be here, and (`children`) how it gets here. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty__title">{title}</p>
      {children}
    </div>
  );
}
