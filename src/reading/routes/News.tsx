import type { meetingChanges } from "#reading/changes.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { ChangeFacts } from "./Changes.tsx";
import { useKeeper } from "./keeper.ts";
import { readingMessages } from "./messages.ts";
import { OwnForm } from "./OwnForm.tsx";
import { partName } from "./part-name.ts";
import { type ItemView, stateOf } from "./view.ts";

type Props = { items: ItemView[]; changes: ReturnType<typeof meetingChanges>; dispatch: number };

/** What is new since the reader last read, as a list that leads to the items. */
export function News({ items, changes, dispatch }: Props) {
  const { t, language } = useLanguage(readingMessages);
  const keeper = useKeeper();
  const done = keeper?.entries.has("seen") || keeper?.entries.has("read-all");
  const news = items.filter((view) => view.change && (view.state !== "changed" || stateOf(view, keeper) === "changed"));
  if (done || (news.length === 0 && changes.length === 0)) return null;
  return (
    <section className="news" aria-labelledby="nyt">
      <h2 id="nyt">{t.changesTitle}</h2>
      <p>{t.changesLead}</p>
      {changes.length > 0 && (
        <ul>
          {changes.map(({ fact, before, after }) => (
            <li key={fact}>
              {t.facts[fact]}: {t.fromTo(before || t.nothing, after || t.nothing)}
            </li>
          ))}
        </ul>
      )}
      <ul className="news__items">
        {news.map(({ item, change }) => (
          <li key={item.id}>
            <span className={`change-tag change-tag--${change?.kind}`}>{t.changeKinds[change?.kind ?? "changed"]}</span>{" "}
            <a href={`#punkt-${item.id}`} {...langOfMinutes(language)}>
              {item.number}. {item.title}
            </a>
            {change && change.texts.length > 0 && (
              <p className="row-facts">
                {t.changedIn(change.texts.map(({ part, heading }) => partName(t, part, heading)).join(", "))}
              </p>
            )}
            {change && <ChangeFacts change={change} />}
          </li>
        ))}
      </ul>
      <OwnForm name="seen" fields={{ do: "seen", dispatch: String(dispatch) }}>
        <button type="submit" className="button button-secondary">
          {t.seen}
        </button>
      </OwnForm>
    </section>
  );
}
