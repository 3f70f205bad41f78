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
  find: (key: string): Promise<Draft | undefined> => attempt(async () => (await open()).get("text", key), undefined),
  forget: (key: string): Promise<void> => attempt(async () => (await open()).delete("text", key), undefined),
};

async function attempt<T>(task: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}
