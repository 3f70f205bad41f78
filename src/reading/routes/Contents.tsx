import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { useKeeper } from "./keeper.ts";
import { readingMessages } from "./messages.ts";
import { ReadState } from "./ReadState.tsx";
import { type ItemView, stateOf } from "./view.ts";

/** The items with links to them, and how far the reader has come. */
export function Contents({ items, hidden }: { items: ItemView[]; hidden: number }) {
  const { t, language } = useLanguage(readingMessages);
  const keeper = useKeeper();
  const states = items.map((view) => stateOf(view, keeper));
  const unread = states.filter((state) => state !== "read").length;
  return (
    <nav className="contents" aria-labelledby="indhold">
      <h2 id="indhold" tabIndex={-1}>
        {t.contents}
      </h2>
      <output className="contents__count">{t.unread(unread, items.length)}</output>
      <progress className="contents__bar" value={items.length - unread} max={items.length} aria-labelledby="indhold" />
      <ol>
        {items.map(({ item }, index) => (
          <li key={item.id}>
            <span className="contents__number">{item.number}</span>
            <span className="contents__title">
              <a href={`#punkt-${item.id}`} {...langOfMinutes(language)}>
                <span className={item.withdrawn ? "crossed-out" : undefined}>{item.title}</span>
              </a>
              {item.closed && (
                <span className="contents__closed">
                  <Icon name="lock" />
                  {t.closed}
                </span>
              )}
              {item.withdrawn && <span className="contents__closed">{t.withdrawn}</span>}
            </span>
            <ReadState state={states[index] ?? "unread"} />
          </li>
        ))}
      </ol>
      {hidden > 0 && <p className="row-facts">{t.hidden(hidden)}</p>}
    </nav>
  );
}
