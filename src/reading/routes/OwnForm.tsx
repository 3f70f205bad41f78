import type { ReactNode, SubmitEvent } from "react";
import { useKeeper } from "./keeper.ts";

type Props = {
  /** What it is about on this device: a later one with the same key takes its place. */
  name: string;
  fields: Record<string, string>;
  className?: string;
  children: ReactNode;
};

/** A button's form: posted by itself without scripts, kept on the device and sent from there with them. */
export function OwnForm({ name, fields, className, children }: Props) {
  const keeper = useKeeper();
  const submit = (event: SubmitEvent) => {
    if (!keeper) return;
    event.preventDefault();
    keeper.keep(name, fields);
  };
  return (
    <form method="post" className={className} onSubmit={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
