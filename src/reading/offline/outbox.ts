import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { readWaiting, waitingCookie } from "../waiting.ts";

/*
 * What a person writes and marks is kept on their device first and sent from there, so that nothing is lost on a train.
 * What was sent stays until the page has been made anew by the server: a page kept for offline reading is older than it.
 */

/** Something to keep: the fields of a form of the reading page. `key`: what it is about; a later one takes its place. */
export type Entry = {
  id: string;
  reader: string;
  url: string;
  key: string;
  fields: Record<string, string>;
  /** The device's clock, for the order and to tell whether it was changed while it was sent. */
  at: number;
  /** The server's clock when it had it; absent while it waits. */
  sentAt?: number;
  /** Why the server would not have it. */
  refused?: Refusal;
};

export type Refusal =
  | { reason: "changed"; text: string; version: number }
  | { reason: "too-long" | "unknown" | "no-such-words" | "too-many" };

type Answer =
  | { ok: true; version?: number; at: number }
  | { ok: false; reason: string; text?: string; version?: number };

/** "offline": no connection, or none that answers. "signed-out": the session is over. */
export type Sending = "idle" | "sending" | "offline" | "signed-out";

type Shape = DBSchema & { entries: { key: string; value: Entry } };

let opened: Promise<IDBPDatabase<Shape>> | undefined;

const database = () =>
  (opened ??= openDB<Shape>("sagsgang-laes", 1, {
    upgrade: (db) => void db.createObjectStore("entries", { keyPath: "id" }),
    // Sign-out empties the device; whoever comes next begins anew.
    terminated: () => (opened = undefined),
  }));

const entryId = (reader: string, url: string, key: string): string => `${reader} ${url} ${key}`;

/** This person's entries, oldest first. What somebody else left on the device is taken away unread. */
export async function listEntries(reader: string): Promise<Entry[]> {
  const db = await database();
  const all = await db.getAll("entries");
  await Promise.all(all.filter((entry) => entry.reader !== reader).map(({ id }) => db.delete("entries", id)));
  return all.filter((entry) => entry.reader === reader).sort((a, b) => a.at - b.at);
}

/** Those that the server does not have, refused ones among them. */
export async function listWaiting(reader: string): Promise<Entry[]> {
  await takeUp(reader);
  return (await listEntries(reader)).filter(({ sentAt }) => sentAt === undefined);
}

/** Tells the server's pages how many wait, so that nobody signs out of them unasked. */
function tellWaiting(count: number): void {
  // oxlint-disable-next-line unicorn/no-document-cookie -- the newer way is not in every browser yet
  document.cookie = waitingCookie(count);
}

/** `after`: the text that the writer wrote on. */
type AtOnce = { entry: Entry; after: string | undefined };

const AT_ONCE = "sagsgang-laes/";

/**
 * Keeps an entry in the place of an older one about the same. `after`: the text that the writer wrote on; when that is what
 * was just sent, the new text goes on from the version it got. It is put aside before anything is awaited: a page that is
 * closed does not wait for the browser's database.
 */
export async function putEntry(entry: Omit<Entry, "id" | "at">, after?: string): Promise<void> {
  const id = entryId(entry.reader, entry.url, entry.key);
  const left: AtOnce = { entry: { ...entry, id, at: performance.timeOrigin + performance.now() }, after };
  const json = JSON.stringify(left);
  atOnce((storage) => storage.setItem(AT_ONCE + id, json));
  tellWaiting(Math.max(1, readWaiting(document.cookie)));
  await store(left, json);
  tellWaiting((await listWaiting(entry.reader)).length);
}

async function store({ entry, after }: AtOnce, json: string): Promise<void> {
  const tx = (await database()).transaction("entries", "readwrite");
  const old = await tx.store.get(entry.id);
  const version = Number(old?.fields["version"]);
  const goesOn = old !== undefined && old.fields["text"] === after && version > Number(entry.fields["version"]);
  const fields = goesOn ? { ...entry.fields, version: String(version) } : entry.fields;
  // Another page has taken it up already, and may have sent it.
  if (old?.at !== entry.at) await tx.store.put({ ...entry, fields });
  await tx.done;
  atOnce((storage) => storage.getItem(AT_ONCE + entry.id) === json && storage.removeItem(AT_ONCE + entry.id));
}

/** Takes up what a page put aside that was closed before the database had it. What somebody else left is taken away unread. */
export async function takeUp(reader: string): Promise<void> {
  const left: [string, string | null][] = [];
  atOnce((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(AT_ONCE)) left.push([key, storage.getItem(key)]);
  });
  for (const [key, json] of left)
    if (!key.startsWith(`${AT_ONCE}${reader} `)) atOnce((storage) => storage.removeItem(key));
    else if (json !== null) await store(JSON.parse(json) as AtOnce, json);
}

/** For a browser whose storage is full or shut the database alone has to do. */
function atOnce(task: (storage: Storage) => unknown): void {
  try {
    task(localStorage);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Forgets what a page that the server made at `madeAt` knows itself. */
export async function forgetSent(reader: string, url: string, madeAt: number): Promise<void> {
  const db = await database();
  for (const entry of await listEntries(reader))
    if (entry.url === url && entry.sentAt !== undefined && entry.sentAt < madeAt) await db.delete("entries", entry.id);
}

/** Sends what waits, oldest first, one window at a time. */
export async function flush(reader: string): Promise<Sending> {
  try {
    if (!navigator.locks) return await sendAll(reader);
    return await navigator.locks.request("sagsgang-laes", () => sendAll(reader));
  } finally {
    tellWaiting((await listWaiting(reader)).length);
  }
}

async function sendAll(reader: string): Promise<Sending> {
  for (const entry of await listEntries(reader)) {
    if (entry.sentAt !== undefined || entry.refused) continue;
    const response = await post(entry);
    if (!response || response.status >= 500) return "offline";
    if (response.status === 401) return "signed-out";
    const answer = (await response.json().catch(() => null)) as Answer | null;
    if (!answer) return "offline";
    await settle(entry, answer);
  }
  return "idle";
}

async function post({ url, fields }: Entry): Promise<Response | null> {
  try {
    return await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "error" });
  } catch {
    return null;
  }
}

/** Notes on an entry how it went; one that was written over while it was sent goes on from there. */
async function settle(sent: Entry, answer: Answer): Promise<void> {
  const db = await database();
  const tx = db.transaction("entries", "readwrite");
  const now = await tx.store.get(sent.id);
  if (now) {
    const fields = answer.version === undefined ? now.fields : { ...now.fields, version: String(answer.version) };
    if (answer.ok) await tx.store.put({ ...now, fields, ...(now.at === sent.at && { sentAt: answer.at }) });
    else await tx.store.put({ ...now, refused: refusalOf(answer) });
  }
  await tx.done;
}

function refusalOf({ reason, text = "", version = 0 }: Answer & { ok: false }): Refusal {
  if (reason === "changed") return { reason, text, version };
  const known = (["too-long", "no-such-words", "too-many"] as const).find((one) => one === reason);
  return { reason: known ?? "unknown" };
}
