import type { Translated } from "../../web/language.ts";
import { roleNames } from "./messages-roles.ts";
import { sharedMessages } from "./messages-shared.ts";

const da = {
  ...sharedMessages.da,
  roles: roleNames.da,
  workNothing: "Du har ingen roller endnu",
  workNothingLead: "Når kommunens administrator giver dig en rolle, står dine møder og sager her.",
  operatorLead: "Du driver installationen. Giv hver kommune en administrator.",
  rolesHere: "Dine roller",
  manageAccess: "Adgang og roller",
  account: "Din konto",
  signOut: "Log ud",
};

const en: typeof da = {
  ...sharedMessages.en,
  roles: roleNames.en,
  workNothing: "You have no roles yet",
  workNothingLead: "When the municipality's administrator gives you one, your meetings and cases will be here.",
  operatorLead: "You run the installation. Give each municipality an administrator.",
  rolesHere: "Your roles",
  manageAccess: "Access and roles",
  account: "Your account",
  signOut: "Sign out",
};

/** The first page after signing in. */
export const workMessages: Translated<typeof da> = { da, en };
