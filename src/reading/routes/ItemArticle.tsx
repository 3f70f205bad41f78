import { useMemo } from "react";
import { partsOf, RECOMMENDATIONS } from "#reading/parts.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { ChangeFacts, WordByWord } from "./Changes.tsx";
import { Highlights } from "./Highlights.tsx";
import { ItemFacts, ItemWay } from "./ItemFacts.tsx";
import { useKeeper } from "./keeper.ts";
import { readingMessages } from "./messages.ts";
import { NoteForm } from "./NoteForm.tsx";
import { OwnForm } from "./OwnForm.tsx";
import type { Kept } from "./own-form.ts";
import { partName } from "./part-name.ts";
import { ReadText } from "./ReadText.tsx";
import { ReadState } from "./ReadState.tsx";
import { highlightsOf, type ItemView, stateOf } from "./view.ts";

type Props = {
  view: ItemView;
  meeting: { municipality: string; id: number; committee: string; dispatch: number };
  next: { id: number; number: number; title: string } | undefined;
  failed: (Kept & { ok: false }) | undefined;
};

/** One item of the agenda with all that belongs to it, and what the reader has written and marked. */
export function ItemArticle({ view, meeting, next, failed }: Props) {
  const { t, to, language } = useLanguage(readingMessages);
  const keeper = useKeeper();
  const { item, change } = view;
  const { id, number } = item;
  const lang = langOfMinutes(language);
  const parts = useMemo(() => partsOf(item), [item]);
  const highlights = highlightsOf(view, parts, keeper);
  const state = stateOf(view, keeper);
  const isNews = change !== null && !(view.state === "changed" && state === "read");
  const shownChange = isNews ? change : null;
  const dispatch = String(meeting.dispatch);
  return (
    <article className="item-article" id={`punkt-${id}`} aria-labelledby={`titel-${id}`}>
      <div className="item-article__text">
        <p className="item-article__overline">
          {t.item(number)}
          {shownChange && (
            <span className={`change-tag change-tag--${shownChange.kind}`}>{t.changeKinds[shownChange.kind]}</span>
          )}
        </p>
        <h2 id={`titel-${id}`} className={item.withdrawn ? "crossed-out" : undefined} {...lang}>
          {item.title}
        </h2>
        <ItemFacts item={item} />
        {shownChange && <ChangeFacts change={shownChange} />}
        <ItemWay path={item.path} committee={meeting.committee} />
        {parts.map((part) => {
          const changed = shownChange?.texts.find((text) => text.part === part.key);
          const name = partName(t, part.key, part.heading);
          return (
            <section key={part.key} className={part.key === RECOMMENDATIONS ? "proposal" : undefined}>
              {part.key !== "text" && (
                <h3 {...lang}>
                  {name}
                  {changed && <span className="change-tag change-tag--changed">{t.changeKinds.changed}</span>}
                </h3>
              )}
              {changed && <WordByWord change={changed} number={number} heading={name} />}
              <ReadText part={part} item={id} highlights={highlights} added={changed?.added} />
            </section>
          );
        })}
        {shownChange?.texts
          .filter(({ part }) => !parts.some(({ key }) => key === part))
          .map((text) => (
            <WordByWord key={text.part} change={text} number={number} heading={partName(t, text.part, text.heading)} />
          ))}
        {item.attachments.length > 0 && (
          <section>
            <h3>{t.attachments}</h3>
            <ul className="attachments" {...lang}>
              {item.attachments.map((attachment) => (
                <li key={`${attachment.paperId}-${attachment.id}`}>
                  <Icon name={attachment.closed ? "lock" : "attach-file"} />
                  <span>
                    <a href={to.readingAttachment(meeting.municipality, meeting.id, attachment.paperId, attachment.id)}>
                      {attachment.name}
                    </a>
                    {attachment.closed && ` (${t.closedAttachment})`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className="item-article__own">
        <ReadState state={state} />
        <OwnForm
          name={`read:${id}`}
          fields={{ do: state === "read" ? "unread" : "read", item: String(id), dispatch }}
          className="read-form"
        >
          <button type="submit" className={`button ${state === "read" ? "button-tertiary" : "button-primary"}`}>
            {state === "read" ? t.markUnread(number) : t.markRead(number)}
          </button>
        </OwnForm>
        <NoteForm item={id} number={number} note={view.note} failed={failed} />
        <Highlights item={id} number={number} highlights={highlights} />
        {parts.length > 0 && (
          <p className="own-link">
            <a href={to.readingItem(meeting.municipality, meeting.id, id)}>{t.markSentences(number)}</a>
          </p>
        )}
      </div>
      <p className="item-article__foot">
        {next && (
          <a href={`#punkt-${next.id}`} {...lang}>
            {t.nextItem(next.number, next.title)}
          </a>
        )}
        <a href="#indhold">{t.toContents}</a>
      </p>
    </article>
  );
}
