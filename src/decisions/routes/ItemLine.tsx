import type { ReactNode } from "react";
import { DateText } from "../../web/components/DateText.tsx";
import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { ListedItem } from "../listed-item.ts";

type Props = {
  municipality: string;
  item: ListedItem;
  headingLevel: 2 | 3 | 4;
  children?: ReactNode;
};

/** An item in a list: its title as a link, where and when, how it ended, and below (`children`) what the list is about. */
export function ItemLine({ municipality, item, headingLevel, children }: Props) {
  const { to, language } = useLanguage();
  const Heading = `h${headingLevel}` as const;
  return (
    <>
      <Heading className="row-title">
        <a href={to.item(municipality, item)} {...langOfMinutes(language)}>
          {item.number && `${item.number}. `}
          {item.title}
        </a>
      </Heading>
      <div className="row-facts">
        <span {...langOfMinutes(language)}>{item.committeeName}</span>
        <DateText date={item.date} />
        <span className="tags">
          <OutcomeTag outcome={item.outcome} closed={item.closed} />
        </span>
      </div>
      {children}
    </>
  );
}
