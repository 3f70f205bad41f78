import { type ReactNode, useId } from "react";

/**
 * A table that scrolls sideways by itself where the screen is narrow. `children` are `thead` and `tbody`; column heads
 * say `scope="col"`, numbers stand in `td.number`.
 */
type Props = { caption: ReactNode; hideCaption?: boolean; className?: string; children: ReactNode };

export function Table({ caption, hideCaption = false, className = "", children }: Props) {
  const id = useId();
  return (
    // A group, for a landmark for every table would bury those that matter. What scrolls must be reached by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
    <div className="table--responsive-scroll" role="group" aria-labelledby={id} tabIndex={0}>
      <table className={`table table--borderless ${className}`}>
        <caption id={id} className={hideCaption ? "sr-only" : undefined}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}
