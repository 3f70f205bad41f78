import { Icon } from "../../web/components/Icon.tsx";

/** `fromMinutes` spreads `lang` on the title where it is Danish on an English page. */
type Neighbour = { href: string; kind: string; title: string; fromMinutes?: { lang?: "da" } };

type Props = { label: string; previous: Neighbour | null; next: Neighbour | null };

/** The way to the one before and the one after. */
export function Neighbours({ label, previous, next }: Props) {
  if (!previous && !next) return null;
  return (
    <nav className="neighbours" aria-label={label}>
      {previous && (
        <a href={previous.href} rel="prev" className="neighbours__previous">
          <Icon name="arrow-back" />
          <span>
            <span className="neighbours__kind">{previous.kind}</span>{" "}
            <span {...previous.fromMinutes}>{previous.title}</span>
          </span>
        </a>
      )}
      {next && (
        <a href={next.href} rel="next" className="neighbours__next">
          <span>
            <span className="neighbours__kind">{next.kind}</span> <span {...next.fromMinutes}>{next.title}</span>
          </span>
          <Icon name="arrow-forward" />
        </a>
      )}
    </nav>
  );
}
