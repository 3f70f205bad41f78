import type { ColumnType, Generated } from "kysely";
import type { Minutes, Warning } from "#minutes/model.ts";

export type ImportFileState = "waiting" | "read" | "refused" | "wanted" | "imported";

/** What was taken out of a file beside its text. */
export type ExtractedParts = { pages: number | null; warnings: Warning[]; pageStarts: number[] };

/** What a list of files says of one, as it stands with its corrections. */
export type ImportSummary = {
  committee: string | null;
  date: string | null;
  items: number;
  doubtful: number;
  unsure: number;
  /** Why the file cannot be put into this archive as it stands; null when it can. */
  hindrance: "no-date" | "no-committee" | "other-municipality" | "closed-text" | null;
  municipality: string | null;
};

type Json<T> = ColumnType<T, string, string>;

/** The tables of migration 0011. Corrections are checked by their shape where they are read. */
export type ImportSchema = {
  import_batch: {
    municipality_id: number;
    id: Generated<number>;
    begun_by: string;
    begun_by_name: string;
    begun_at: Generated<Date>;
  };
  import_file: {
    municipality_id: number;
    id: Generated<number>;
    batch_id: number;
    name: string;
    size: number;
    sha256: string;
    content: Buffer | null;
    state: Generated<ImportFileState>;
    message: string | null;
    attempts: Generated<number>;
    text: string | null;
    extracted: Json<ExtractedParts> | null;
    reading: Json<Minutes> | null;
    summary: Json<ImportSummary> | null;
    corrections: ColumnType<unknown, string | undefined, string>;
    version: Generated<number>;
    wanted_by: string | null;
    wanted_by_name: string | null;
    result: "new" | "revised" | "unchanged" | null;
    document_id: number | null;
    imported_at: Date | null;
  };
  document_correction: {
    municipality_id: number;
    document_id: number;
    corrections: ColumnType<unknown, string, string>;
    read_committee_key: string | null;
    read_on: string | null;
    read_item_keys: string[];
    changed_at: Generated<Date>;
    changed_by: string;
    changed_by_name: string;
  };
  corrected_revision: {
    municipality_id: number;
    document_id: number;
    revision: number;
    corrections: ColumnType<unknown, string, string>;
  };
};
