import type { PlacedHighlight } from "#reading/place-of.ts";
import { langOfMinutes } from "../../web/language.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { readingMessages } from "./messages.ts";
import { OwnForm } from "./OwnForm.tsx";

type Props = { item: number; number: number; highlights: readonly PlacedHighlight[] };

/** The reader's highlights in an item; one whose text is changed stands here with the words it had. */
export function Highlights({ item, number, highlights }: Props) {
  const { t, language } = useLanguage(readingMessages);
  if (highlights.length === 0) return null;
  const inOrder = highlights.toSorted((a, b) => a.start - b.start);
  return (
    <section className="highlights" aria-labelledby={`marks-${item}`}>
      <h3 id={`marks-${item}`}>{t.highlights(number)}</h3>
      <ul>
        {inOrder.map(({ id, quote, colour, place }) => (
          <li key={id}>
            <div>
              {!place && <p className="highlights__lost">{t.textChanged}</p>}
              <blockquote {...langOfMinutes(language)}>
                <mark className={`highlight highlight--${colour}`}>{quote}</mark>
              </blockquote>
            </div>
            <OwnForm
              name={`highlight:${id}`}
              fields={{ do: "remove", item: String(item), id }}
              className="highlights__remove"
            >
              <button type="submit" className="icon-button" aria-label={t.removeHighlight(shortened(quote))}>
                <Icon name="close" />
              </button>
            </OwnForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

const shortened = (quote: string): string => (quote.length > 60 ? `${quote.slice(0, 57)}...` : quote);
