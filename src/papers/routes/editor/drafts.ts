import { type DBSchema, openDB } from "idb";
import type { RichText } from "#rich-text/model.ts";

/** A text that was not saved, with the version it was written from and when it was kept. */
export type Draft = { body: RichText; baseVersion: number; at: number };

interface Drafts extends DBSchema {
  text: { key: string; value: Draft };
}

const open = () =>
  openDB<Drafts>("sagsgang-drafts", 1, {
    upgrade(database) {
      database.createObjectStore("text");
    },
  });

/**
 * Unsaved texts in this browser, each under the person who wrote it: whoever signs in next sees none but their own. A
 * browser that keeps nothing (a private window that is full) says so by false and undefined.
 */
export const drafts = {
  async keep(key: string, draft: Draft): Promise<boolean> {
    return attempt(async () => {
      await (await open()).put("text", draft, key);
      return true;
    }, false);
  },
  /** The same at once, for a page that is closing: what is to be awaited then is never done. */
  keepAtOnce: (key: string, draft: Draft): void =>
    atOnce(() => localStorage.setItem(AT_ONCE + key, JSON.stringify(draft)), undefined),
  /** The newest that is kept. */
  async find(key: string): Promise<Draft | undefined> {
    const kept = await attempt(async () => (await open()).get("text", key), undefined);
    const left = atOnce(() => localStorage.getItem(AT_ONCE + key), null);
    const draft = left === null ? undefined : (JSON.parse(left) as Draft);
    return draft && (!kept || draft.at >= kept.at) ? draft : kept;
  },
  async forget(key: string): Promise<void> {
    atOnce(() => localStorage.removeItem(AT_ONCE + key), undefined);
    await attempt(async () => (await open()).delete("text", key), undefined);
  },
};

const AT_ONCE = "sagsgang-draft/";

function atOnce<T>(task: () => T, otherwise: T): T {
  try {
    return task();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

async function attempt<T>(task: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}
