import type { Translated } from "../../web/language.ts";
import type { Role } from "../actor.ts";

/** What each role is called. */
export const roleNames: Translated<Record<Role, string>> = {
  da: {
    administrator: "Administrator",
    secretary: "Udvalgssekretær",
    writer: "Sagsbehandler",
    head: "Afdelingsleder",
    director: "Direktør",
    mayor: "Borgmester",
    member: "Udvalgsmedlem",
    substitute: "Stedfortræder",
    guest: "Gæst ved et punkt",
    officer: "Registermedarbejder",
    reader: "Læser",
  },
  en: {
    administrator: "Administrator",
    secretary: "Committee secretary",
    writer: "Case writer",
    head: "Head of department",
    director: "Director",
    mayor: "Mayor",
    member: "Committee member",
    substitute: "Substitute",
    guest: "Guest at an item",
    officer: "Register officer",
    reader: "Reader",
  },
};
