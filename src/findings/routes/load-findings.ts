import type { Database } from "#database/connect.ts";
import { countByYear, countFacets } from "#findings/facets.ts";
import { type FindingFilters, readFindingFilters } from "#findings/filters.ts";
import { countFindings, countProgress, listFindings } from "#findings/list-queries.ts";
import { PAGE_SIZE } from "#findings/page-size.ts";
import { pageOf } from "../../web/list-query.ts";

/** What the list of findings shows at an address; null when it has no such page. `committee`: of that one alone. */
export async function loadFindings(db: Database, municipalityId: number, url: string, committee?: string) {
  const query = new URL(url).searchParams;
  const read = readFindingFilters(query);
  const filters: FindingFilters = committee === undefined ? read : { ...read, committee };
  const page = pageOf(query);
  const [counts, progress, findings] = await Promise.all([
    countFindings(db, municipalityId),
    countProgress(db, municipalityId, filters.committee),
    listFindings(db, municipalityId, filters, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  ]);
  if (page > 1 && findings.length === 0) return null;
  const years = countByYear(counts, filters);
  return { filters, page, facets: countFacets(counts, filters), years, progress, findings };
}

export type LoadedFindings = NonNullable<Awaited<ReturnType<typeof loadFindings>>>;
