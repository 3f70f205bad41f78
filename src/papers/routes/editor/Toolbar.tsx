import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";

export type Tool = {
  id: string;
  label: string;
  face: ReactNode;
  run: () => void;
  /** For what is on or off where the writer stands. */
  pressed?: boolean;
  disabled?: boolean;
};

type Props = { label: string; groups: Tool[][]; controls: string };

/**
 * A row of buttons with one stop for the Tab key; arrows, Home and End go along it (the toolbar pattern of WAI-ARIA). What
 * cannot be done stays in the row, so that nothing moves under the finger.
 */
export function Toolbar({ label, groups, controls }: Props) {
  const [current, setCurrent] = useState(0);
  const row = useRef<HTMLDivElement>(null);
  const tools = groups.flat();
  const stop = Math.min(current, tools.length - 1);
  const go = (event: KeyboardEvent) => {
    const last = tools.length - 1;
    const next = {
      ArrowRight: stop === last ? 0 : stop + 1,
      ArrowLeft: stop === 0 ? last : stop - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    row.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label={label}
      aria-controls={controls}
      ref={row}
      onKeyDown={go}
      tabIndex={-1}
    >
      {groups.map((group) => (
        <div className="toolbar__group" key={group[0]?.id}>
          {group.map(({ id, label, face, run, pressed, disabled = false }) => {
            const index = tools.findIndex((tool) => tool.id === id);
            return (
              <button
                key={id}
                type="button"
                className="toolbar__button"
                title={label}
                aria-label={label}
                aria-pressed={pressed}
                aria-disabled={disabled || undefined}
                tabIndex={index === stop ? 0 : -1}
                // The text keeps its selection when a button is pressed with the mouse.
                onMouseDown={(event) => event.preventDefault()}
                onFocus={() => setCurrent(index)}
                onClick={() => !disabled && run()}
              >
                {face}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
