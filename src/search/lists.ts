import type { Database } from "#database/connect.ts";
import type { IndexState } from "./index-state.ts";
import type { Postings } from "./postings.ts";
import type { Query, Term } from "./query.ts";
import { mendSpelling } from "./spelling.ts";
import { stem } from "./stem.ts";
import { pairText, termKey } from "./term-key.ts";
import { fold } from "./words.ts";

export type Lists = { wanted: Postings[]; excluded: Postings[]; bonus: Postings[] };

/** Looks up what was asked for. Words that are nowhere are mended when `mend`; `terms` are those in the end looked for. */
export async function findLists(
  db: Database,
  state: IndexState,
  query: Query,
  mend: boolean,
): Promise<{ terms: Term[]; lists: Lists; corrected: { from: string; to: string }[] }> {
  const pairs = pairsOf(query.wanted);
  // All that is needed in one question; each is then taken out of what is kept.
  await state.postings.terms(db, [...query.wanted, ...query.excluded].flatMap(keysOf).concat(pairs));
  const corrected: { from: string; to: string }[] = [];
  const mended = async (term: Term): Promise<Term> => {
    if (!mend || term.kind !== "word") return term;
    const [postings] = await state.postings.terms(db, keysOf(term));
    if (postings && postings.ordinals.length > 0) return term;
    await state.vocabulary.refresh(db, state.revision);
    const near = mendSpelling(state.vocabulary, fold(term.text));
    if (near === undefined) return term;
    corrected.push({ from: term.text, to: near });
    return { ...term, lexeme: stem(near) };
  };
  const terms = await Promise.all(query.wanted.map(mended));
  const lists = {
    wanted: (await Promise.all(terms.map((term) => wantedLists(db, state, term)))).flat(),
    excluded: await Promise.all(query.excluded.map((term) => listOf(db, state, term))),
    bonus: await state.postings.terms(db, pairs),
  };
  return { terms, lists, corrected };
}

/** A phrase says where, its words how well. */
async function wantedLists(db: Database, state: IndexState, term: Term): Promise<Postings[]> {
  const words = term.kind === "phrase" ? await state.postings.terms(db, keysOf(term)) : [];
  return [await listOf(db, state, term), ...words];
}

async function listOf(db: Database, state: IndexState, term: Term): Promise<Postings> {
  if (term.kind === "phrase") {
    // Not waited for: it only makes the search quicker.
    state.pairs.refresh(db, state.columns.end).catch(() => undefined);
    return state.postings.phrase(db, term.lexemes, state.pairs);
  }
  return (await state.postings.terms(db, keysOf(term)))[0] as Postings;
}

function keysOf(term: Term): number[] {
  if (term.kind === "phrase") return term.lexemes.map(termKey);
  return [termKey(term.kind === "case" ? term.key : term.lexeme)];
}

/** Of words that were typed side by side. */
function pairsOf(terms: Term[]): number[] {
  const lexemes = terms.flatMap((term) =>
    term.kind === "word" ? [term.lexeme] : term.kind === "phrase" ? term.lexemes : [],
  );
  return lexemes.slice(1).map((lexeme, at) => termKey(pairText(lexemes[at] as string, lexeme)));
}
