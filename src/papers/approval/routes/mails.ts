import type { WriteNotice } from "#papers/approval/send-reminders.ts";
import { fullDate } from "../../../web/formats.ts";
import { links } from "../../../web/links.ts";

/**
 * Writes what waits for somebody, in Danish: short, with a link, and of a closed paper its number alone. `home`: where the
 * portal is found, without a slash at the end.
 */
export const writeNotice =
  (home: string): WriteNotice =>
  ({ kind, municipality, paperId, reference, title, committee, deputyFor, dueOn }) => {
    const paper = title === null ? `En lukket sag (${reference})` : `"${title}" (${reference})`;
    const day = dueOn && fullDate(dueOn, "da");
    const for_ = deputyFor ? ` Du er afløser for ${deputyFor}.` : "";
    const said = {
      waiting: {
        subject: `Til godkendelse: sag ${reference}`,
        text: `${paper} til ${committee} venter på din godkendelse.${for_}${day ? ` Senest ${day}.` : ""}`,
      },
      returned: {
        subject: `Sendt tilbage til dig: sag ${reference}`,
        text: `${paper} til ${committee} er sendt tilbage til dig. Begrundelsen står på siden.`,
      },
      due: {
        subject: `Husk: sag ${reference} skal godkendes`,
        text: `${paper} til ${committee} skal være godkendt senest ${day}.${for_}`,
      },
      overdue: {
        subject: `Over fristen: sag ${reference}`,
        text: `${paper} til ${committee} skulle være godkendt senest ${day} og venter stadig på dig.${for_}`,
      },
      deadline: {
        subject: `Husk: sag ${reference} har frist`,
        text: `${paper} til ${committee} har frist ${day} og er stadig en kladde.`,
      },
    }[kind];
    const url = home + links.da.paperApproval(municipality.slug, paperId);
    return { subject: said.subject, text: `${said.text}\n\n${url}\n\n${municipality.name}\n` };
  };
