import { sql } from "kysely";
import type { Database } from "./connect.ts";

const OLDEST = 15;

/** Throws one Danish sentence when a server of one's own cannot carry the archive. */
export async function checkServer(db: Database): Promise<void> {
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::integer / 10000 as version, current_setting('server_encoding') as encoding
  `.execute(db);
  const { version, encoding } = rows[0] as { version: number; encoding: string };
  if (version < OLDEST)
    throw new Error(`Databasen er PostgreSQL ${version}. Sagsgang kræver PostgreSQL ${OLDEST} eller nyere.`);
  if (encoding !== "UTF8")
    throw new Error(
      `Databasen har tegnsættet ${encoding}. Opret den igen med: createdb --encoding=UTF8 --template=template0`,
    );
}

/** What went wrong with the server at `url`, in one Danish sentence without its password. */
export function explain(error: unknown, url: string): Error {
  const code = (error as { code?: string }).code ?? "";
  const sentence = sentences(where(url))[code];
  if (sentence) return new Error(sentence, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

function sentences(place: { host: string; name: string; user: string }): Record<string, string> {
  const unreachable = `Databasen på ${place.host} svarer ikke. Kontrollér DATABASE_URL, og at serveren kører.`;
  const refused = `Databasen på ${place.host} afviser brugeren ${place.user}. Kontrollér navn og adgangskode i DATABASE_URL.`;
  const missing = `Serveren på ${place.host} mangler udvidelserne pg_trgm og unaccent. Installér pakken postgresql-contrib.`;
  return {
    ECONNREFUSED: unreachable,
    ENOTFOUND: unreachable,
    EAI_AGAIN: unreachable,
    ETIMEDOUT: unreachable,
    ENETUNREACH: unreachable,
    EHOSTUNREACH: unreachable,
    ECONNRESET: unreachable,
    ENOENT: unreachable,
    "28P01": refused,
    "28000": refused,
    "3D000": `Databasen ${place.name} findes ikke på ${place.host}. Opret den med: createdb ${place.name}`,
    "42501": `Brugeren ${place.user} må ikke oprette tabeller og udvidelser (pg_trgm, unaccent) i databasen ${place.name}. Gør brugeren til dens ejer.`,
    "58P01": missing,
    "0A000": missing,
  };
}

function where(url: string): { host: string; name: string; user: string } {
  try {
    const parsed = new URL(url);
    return {
      host: parsed.host || "denne maskine",
      name: parsed.pathname.slice(1) || parsed.username,
      user: decodeURIComponent(parsed.username),
    };
  } catch {
    return { host: "(ulæselig adresse)", name: "", user: "" };
  }
}
