import type { Role } from "#identity/actor.ts";

export type Shortcut = "papers" | "meetings" | "reading" | "templates" | "flows" | "imports" | "access" | "audit";

/** Where somebody with these roles has something to do, besides what waits for them. */
export function shortcutsOf(roles: Role[], may: { access: boolean; audit: boolean; imports: boolean }): Shortcut[] {
  const has = (...wanted: Role[]) => wanted.some((role) => roles.includes(role));
  const shown: Record<Shortcut, boolean> = {
    papers: has("secretary", "writer", "head", "director", "mayor"),
    meetings: has("secretary", "director", "mayor"),
    reading: has("member", "substitute", "guest", "mayor"),
    templates: has("secretary", "administrator"),
    flows: has("secretary", "administrator"),
    imports: may.imports,
    access: may.access,
    audit: may.audit,
  };
  return (Object.keys(shown) as Shortcut[]).filter((shortcut) => shown[shortcut]);
}
