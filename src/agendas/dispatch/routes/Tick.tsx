import type { ReactNode } from "react";

type Props = { name: string; value: number; checked?: boolean | undefined; children: ReactNode };

/** A box to tick, with its words beside it. */
export function Tick({ name, value, checked = false, children }: Props) {
  return (
    <label className="tick">
      <input type="checkbox" name={name} value={value} defaultChecked={checked} />
      <span>{children}</span>
    </label>
  );
}
