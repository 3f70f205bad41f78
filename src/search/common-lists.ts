import { to as copyTo } from "pg-copy-streams";
import { type Database, poolOf } from "#database/connect.ts";
import { KeyTable } from "./key-table.ts";
import { PackedList } from "./packed-list.ts";
import { PLACES, type Postings, WORTH } from "./postings.ts";

/** A lexeme in one of so many items is common. */
const COMMON = 20;
/** Items that are asked which lexemes are common; with fewer in the archive PostgreSQL finds all of them soon enough. */
const ASKED = 600;
const FEWEST = 5000;
/** Rows read at once, in some milliseconds. */
const AT_ONCE = 250;
/**
 * Milliseconds from the first search to the first reading, which a command does not live to see, and from one reading to the
 * next, for while an import goes on each search would begin one.
 */
const REST = 1000;

/**
 * The items of every common lexeme, packed to about a byte each (some 20 MB for 100,000 items): PostgreSQL takes 20 ms and
 * more to list 50,000 items. Read in the background, and true for one revision; until then the index is asked.
 */
export class CommonLists {
  readonly #fewest: number;
  /** The archive as it was last read; 0 for not yet. */
  #revision = 0;
  #keys = new KeyTable();
  /** By the number of the lexeme, and within it by place. */
  #lists: PackedList[] = [];
  /** Of each ordinal whether its item has been read, and is still there. */
  #read = new Uint8Array();
  #there = new Uint8Array();
  /** Items there were when it was settled what is common. */
  #items = 0;
  #hasGone = false;
  #reading: Promise<void> | undefined;
  #rested: number | undefined;

  /** In an archive of fewer items than `fewest` nothing is held. */
  constructor({ fewest = FEWEST } = {}) {
    this.#fewest = fewest;
  }

  /** The postings of a key of `termKey`; undefined when it is not common, or what was read is of another revision. */
  find(key: number, revision: number): Postings | undefined {
    if (this.#revision !== revision) return undefined;
    const number = this.#keys.find(Math.floor(key / 2 ** 32), key | 0);
    if (number < 0) return undefined;
    const lists = this.#lists.slice(number * PLACES.length, (number + 1) * PLACES.length);
    const count = lists.reduce((sum, list) => sum + list.count, 0);
    const postings = { ordinals: new Uint32Array(count), worth: new Uint8Array(count) };
    let at = 0;
    for (const [place, list] of lists.entries()) {
      list.unpack(postings.ordinals, at);
      postings.worth.fill(WORTH[place] ?? 0, at, at + list.count);
      at += list.count;
    }
    return this.#hasGone ? this.#withoutGone(postings) : postings;
  }

  /** To be called at every search: reads what has come since the last time, when it has rested. Nobody waits for it. */
  refreshSoon(db: Database, revision: number): void {
    this.#rested ??= performance.now() + REST;
    // What breaks it off, such as the end of the process, is no matter of this search: the index is asked instead.
    if (performance.now() > this.#rested) this.refresh(db, revision).catch(() => undefined);
  }

  /** Reads what has come since the last time, once at a time. */
  refresh(db: Database, revision: number): Promise<void> {
    if (this.#revision === revision) return Promise.resolve();
    this.#reading ??= this.#readOn(db, revision).finally(() => {
      this.#reading = undefined;
      this.#rested = performance.now() + REST;
    });
    return this.#reading;
  }

  async #readOn(db: Database, revision: number): Promise<void> {
    const ordinals = await ordinalsThere(db);
    if (ordinals.length < this.#fewest) return;
    // From here on what is kept is half of one revision and half of another.
    this.#revision = 0;
    if (ordinals.length > 2 * this.#items) await this.#settle(db, ordinals);
    const end = (ordinals.at(-1) ?? 0) + 1;
    if (end > this.#read.length) {
      const read = new Uint8Array(end + (end >>> 3));
      read.set(this.#read);
      this.#read = read;
    }
    this.#there = new Uint8Array(this.#read.length);
    for (const ordinal of ordinals) this.#there[ordinal] = 1;
    const fresh = ordinals.filter((ordinal) => !this.#read[ordinal]);
    for (let from = 0; from < fresh.length; from += AT_ONCE)
      await eachTerm(db, fresh.subarray(from, from + AT_ONCE), (ordinal, high, low) => {
        this.#read[ordinal] = 1;
        const number = this.#keys.find(high, low);
        if (number >= 0) this.#lists[number * PLACES.length + (low & PLACE)]!.add(ordinal);
      });
    // More than half of an index at once is seldom followed by as much again.
    if (fresh.length > this.#items / 2) for (const list of this.#lists) list.trim();
    this.#hasGone = this.#read.some((isRead, ordinal) => isRead === 1 && this.#there[ordinal] === 0);
    this.#revision = revision;
  }

  /** Begins anew, with what is common now. */
  async #settle(db: Database, ordinals: Uint32Array): Promise<void> {
    const every = Math.ceil(ordinals.length / ASKED);
    const asked = ordinals.filter((_, at) => at % every === 0);
    const seen = new Map<number, number>();
    for (let from = 0; from < asked.length; from += AT_ONCE)
      await eachTerm(db, asked.subarray(from, from + AT_ONCE), (_, high, low) => {
        const key = high * 2 ** 32 + ((low & ~PLACE) >>> 0);
        seen.set(key, (seen.get(key) ?? 0) + 1);
      });
    this.#keys = new KeyTable();
    this.#lists = [];
    this.#read = new Uint8Array();
    this.#items = ordinals.length;
    for (const [key, items] of seen) {
      if (items * COMMON < asked.length) continue;
      this.#keys.add(key);
      this.#lists.push(...PLACES.map(() => new PackedList()));
    }
  }

  #withoutGone({ ordinals, worth }: Postings): Postings {
    const there = this.#there;
    const isThere = (_: number, at: number) => there[ordinals[at] as number] === 1;
    return { ordinals: ordinals.filter(isThere), worth: worth.filter(isThere) };
  }
}

/** The lowest bits of a key say the place. */
const PLACE = 7;

async function ordinalsThere(db: Database): Promise<Uint32Array> {
  const { rows } = await poolOf(db).query<{ found: Buffer | null }>(
    "select string_agg(int4send(ordinal), ''::bytea order by ordinal) as found from search_item",
  );
  const bytes = rows[0]?.found ?? Buffer.alloc(0);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32BE(4 * at));
}

/** Calls `visit` with each key of these items, its upper and its lower 32 bits as integers: in binary, for they are two hundred an item. */
async function eachTerm(
  db: Database,
  ordinals: Uint32Array,
  visit: (ordinal: number, high: number, low: number) => void,
): Promise<void> {
  const client = await poolOf(db).connect();
  let done = false;
  try {
    const rows = `select ordinal, terms from search_item where ordinal = any('{${ordinals.join()}}')`;
    const chunks: Buffer[] = [];
    for await (const chunk of client.query(copyTo(`copy (${rows}) to stdout (format binary)`))) chunks.push(chunk);
    done = true;
    const bytes = Buffer.concat(chunks);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    // Of a row: two fields, each with its length; of an array: its dimensions, and each element with its length.
    for (let at = COPY_HEADER; view.getInt16(at) === 2;) {
      const ordinal = view.getInt32(at + 6);
      const to = at + 14 + view.getInt32(at + 10);
      for (let term = at + 14 + ARRAY_HEADER; term < to; term += 12)
        visit(ordinal, view.getInt32(term + 4), view.getInt32(term + 8));
      at = to;
    }
  } finally {
    client.release(!done);
  }
}

const COPY_HEADER = 19;
const ARRAY_HEADER = 20;
