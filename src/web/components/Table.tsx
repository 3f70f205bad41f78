import { type ReactNode, useId } from "react";

/**
 * A table that scrolls sideways by itself where the screen is narrow. `children` are `thead` and `tbody`; column heads
 * say `scope="col"`, numbers stand in `td.number`.
 */
type Props = { caption: ReactNode; hideCaption?: boolean; className?: string; children: ReactNode };

export function Table({ caption, hideCaption = false, className = "", children }: Props) {
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <section className="table--responsive-scroll" aria-labelledby={id} tabIndex={0}>
      <table className={`table table--borderless ${className}`}>
        <caption id={id} className={hideCaption ? "sr-only" : undefined}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}
