import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { headOf } from "./enter.ts";
import { PaperState } from "./PaperState.tsx";

type Props = {
  paper: ReturnType<typeof headOf>["paper"];
  /** What the page does with the paper; the paper's title is the heading where there is none. */
  page?: string;
};

/** Above every page of a paper: number, committee, title and where it stands. */
export function PaperHeading({ paper, page }: Props) {
  const { language } = useLanguage();
  const lang = langOfMinutes(language);
  return (
    <header className="paper-heading">
      <p className="overline">
        <span>{paper.reference}</span> · <span {...lang}>{paper.committee.name}</span>
      </p>
      {page ? (
        <>
          <h1>{page}</h1>
          <p className="paper-heading__title" {...lang}>
            {paper.title}
          </p>
        </>
      ) : (
        <h1 {...lang}>{paper.title}</h1>
      )}
      <PaperState state={paper.state} closed={paper.closed} />
    </header>
  );
}
