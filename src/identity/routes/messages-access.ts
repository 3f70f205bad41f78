import type { Translated } from "../../web/language.ts";
import { roleNames } from "./messages-roles.ts";
import { sharedMessages } from "./messages-shared.ts";

const da = {
  ...sharedMessages.da,
  roles: roleNames.da,
  accessLead: "Hvem kan logge ind for kommunen, og hvad må de?",
  role: "Rolle",
  where: "Hvor",
  until: "Til og med",
  untilHint: "Lad feltet stå tomt, hvis rollen gælder, indtil den bliver afsluttet.",
  wholeMunicipality: "Hele kommunen",
  noAccess: "Ingen har adgang endnu",
  noAccessLead: "Invitér den første herunder.",
  end: "Afslut",
  endOf: (role: string, name: string) => `Afslut ${role} for ${name}`,
  inviteTitle: "Giv adgang",
  invite: "Giv adgang",
  inviteLink: (name: string) =>
    `${name} har fået adgang. Send linket til at vælge adgangskode; det kan bruges i 14 dage:`,
  inviteDone: (name: string) => `${name} har fået rollen og kan allerede logge ind.`,
  mailed: (name: string) => `${name} har fået adgang og en mail med et link til at vælge adgangskode.`,
  ended: "Rollen er afsluttet.",
  lastAdministrator: "Kommunen skal have en administrator. Giv en anden rollen først.",
  gone: "Rollen er allerede afsluttet.",
  notYet: "har ikke valgt adgangskode endnu",
  invited: (n: number): string => (n === 1 ? "rolle" : "roller"),
};

const en: typeof da = {
  ...sharedMessages.en,
  roles: roleNames.en,
  accessLead: "Who can sign in for the municipality, and what may they do?",
  role: "Role",
  where: "Where",
  until: "Until and including",
  untilHint: "Leave it empty if the role holds until it is ended.",
  wholeMunicipality: "The whole municipality",
  noAccess: "Nobody has access yet",
  noAccessLead: "Invite the first below.",
  end: "End",
  endOf: (role, name) => `End ${role} of ${name}`,
  inviteTitle: "Give access",
  invite: "Give access",
  inviteLink: (name) => `${name} has access. Send them the link for choosing a password; it can be used for 14 days:`,
  inviteDone: (name) => `${name} has the role and can sign in already.`,
  mailed: (name) => `${name} has access and a mail with a link for choosing a password.`,
  ended: "The role is ended.",
  lastAdministrator: "The municipality must have an administrator. Give somebody else the role first.",
  gone: "The role has been ended already.",
  notYet: "has not chosen a password yet",
  invited: (n) => (n === 1 ? "role" : "roles"),
};

/** Who may what. */
export const accessMessages: Translated<typeof da> = { da, en };
