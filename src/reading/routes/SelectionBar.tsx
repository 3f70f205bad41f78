import { useEffect, useState } from "react";
import type { HighlightColour } from "#database/schema-personal.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { colours } from "./colours.ts";
import { useKeeper } from "./keeper.ts";
import { readingMessages } from "./messages.ts";
import { type SelectedQuote, selectedQuotes } from "./selected-quotes.ts";

/** Offers to highlight what is selected, at the edge of the screen: the selection's own menu stands at the words. */
export function SelectionBar() {
  const { t } = useLanguage(readingMessages);
  const keeper = useKeeper();
  const [quotes, setQuotes] = useState<SelectedQuote[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setQuotes(selectedQuotes(document.getSelection())), 150);
    };
    document.addEventListener("selectionchange", look);
    // Words may have been selected before scripts ran.
    look();
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", look);
    };
  }, []);
  if (!keeper || quotes.length === 0) return null;
  const drop = () => {
    document.getSelection()?.removeAllRanges();
    setQuotes([]);
  };
  const mark = (colour: HighlightColour) => {
    for (const { item, part, start, quote, prefix, suffix } of quotes) {
      const id = newId();
      const words = { part, start: String(start), quote, prefix, suffix, colour };
      keeper.keep(`highlight:${id}`, { do: "highlight", item: String(item), id, ...words });
    }
    drop();
  };
  return (
    <div className="selection-bar" role="toolbar" aria-label={t.highlight}>
      {colours.map((colour) => (
        <button
          key={colour}
          type="button"
          className="selection-bar__colour"
          aria-label={t.highlightAs(t.colours[colour])}
          // A button that takes the focus would lose the selection.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => mark(colour)}
        >
          <mark className={`highlight highlight--${colour}`}>{t.shortColours[colour]}</mark>
        </button>
      ))}
      <button type="button" className="icon-button" aria-label={t.dropSelection} onClick={drop}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** `crypto.randomUUID` is there on secure pages only; a portal inside a house may be without a certificate. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 15) | 64;
  bytes[8] = ((bytes[8] as number) & 63) | 128;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
