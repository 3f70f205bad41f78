import { createImporter } from "#archive/import/importer.ts";
import { createReadPool } from "#archive/import/read-pool.ts";
import type { Database } from "#database/connect.ts";
import type { Actor, Role } from "#identity/actor.ts";
import { workThrough } from "./background.ts";
import { beginBatch, receiveFile } from "./upload-operations.ts";

/** The day that all tests of this module run on. */
export const TODAY = "2026-11-23";

export function anActor(municipalityId: number, role: Role, name = "Signe Sekretær"): Actor {
  const grants = [{ municipalityId, role, committeeId: null, itemId: null }];
  return { userId: name, name, email: "signe@example.dk", isOperator: false, isExample: false, grants };
}

/** Does in the background what there is to do, and then no more. Gives what went wrong. */
export async function runBackground(db: Database): Promise<unknown[]> {
  const pool = createReadPool(1);
  const errors: unknown[] = [];
  const signal = new AbortController().signal;
  await workThrough({
    db,
    pool,
    importer: createImporter(db),
    today: TODAY,
    signal,
    onError: (error) => errors.push(error),
  });
  await pool.close();
  return errors;
}

/** An upload with these files in it, not yet read. */
export async function aBatch(db: Database, actor: Actor, files: Record<string, string | Uint8Array>): Promise<number> {
  const municipalityId = actor.grants[0]?.municipalityId as number;
  const id = (await beginBatch(db, actor, municipalityId)) as number;
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await receiveFile(db, actor, municipalityId, id, { name, size: bytes.length, bytes });
  }
  return id;
}

/** Minutes of an invented committee in an invented municipality. */
export function someMinutes({
  date = "14. maj 2024",
  title = "Ny cykelsti ved åen",
  municipality = "Prøvested",
} = {}): string {
  return `REFERAT Teknikudvalget
Dato: ${date} kl. 13.00
Sted: ${municipality} Rådhus, ${municipality} Kommune
Deltagere: Anna Holm (A), Bo Kjær (V), Carla Dam (C)

Punkt 36: Godkendelse af dagsorden
Beslutning
Godkendt.

Punkt 37: ${title}
24-000123
Sagsfremstilling
Stien skal gå fra broen til skolen.
Beslutning
Godkendt.
`;
}
