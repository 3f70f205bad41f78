import type { BlockDifference } from "#rich-text/difference.ts";
import { RichText } from "../../../web/components/RichText.tsx";
import { langOfMinutes } from "../../../web/language.ts";
import { useLanguage } from "../../../web/use-language.ts";
import { Difference } from "./Difference.tsx";
import { editorMessages } from "./messages.ts";
import type { Conflict } from "./section-action.ts";

/** Both texts where both changed the same, to choose from or write anew; the rest stands merged around them. */
export function MergeForm({ conflict }: { conflict: Conflict }) {
  const { t, language } = useLanguage(editorMessages);
  const { parts, mine, baseVersion, version, by, when } = conflict;
  const who = by ?? t.somebody;
  const places = parts.filter(({ kind }) => kind === "conflict").length;
  let place = 0;
  return (
    <form method="post" className="merge">
      <input type="hidden" name="mine" value={mine} />
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <input type="hidden" name="version" value={version} />
      <div className="notice notice--text" role="alert">
        <h2>{t.conflictTitle}</h2>
        <p>{t.conflictLead(who, when ?? "")}</p>
      </div>
      {parts.map((part, index) => {
        if (part.kind === "settled")
          return (
            <div key={index} className="merge__settled">
              <RichText text={{ type: "doc", content: part.blocks }} suggestions="shown" />
            </div>
          );
        const number = ++place;
        const choice = (value: string, text: string) => (
          <label className="merge__choice">
            <input type="radio" name={`choice-${number}`} value={value} defaultChecked={value === "both"} /> {text}
          </label>
        );
        const own = `own-${number}`;
        return (
          <section key={index} className="merge__place" aria-labelledby={`sted-${number}`}>
            <h3 id={`sted-${number}`}>{t.place(number, places)}</h3>
            <div className="merge__texts">
              <Side title={t.mine} changes={part.mine} />
              <Side title={t.theirs(who)} changes={part.theirs} />
            </div>
            <fieldset>
              <legend>{t.choose}</legend>
              {choice("mine", t.takeMine)}
              {choice("theirs", t.takeTheirs(who))}
              {choice("both", t.takeBoth)}
              {choice("own", t.takeOwn)}
              <label className="form-label" htmlFor={own}>
                {t.ownText}
              </label>
              <textarea
                className="form-input"
                id={own}
                name={own}
                rows={5}
                {...langOfMinutes(language)}
                defaultValue={part.markdown}
              />
            </fieldset>
          </section>
        );
      })}
      <p className="form-buttons">
        <button type="submit" name="do" value="merge" className="button button-primary">
          {t.saveMerged}
        </button>
      </p>
    </form>
  );
}

function Side({ title, changes }: { title: string; changes: BlockDifference[] }) {
  const { t, language } = useLanguage(editorMessages);
  return (
    <div className="merge__side">
      <h4>{title}</h4>
      <div {...langOfMinutes(language)}>
        {changes.every(({ kind }) => kind === "removed") && <p className="quiet">{t.takenAway}</p>}
        <Difference changes={changes} />
      </div>
    </div>
  );
}
