import { longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { MeetingChange } from "../meeting-change.ts";
import { meetingMessages } from "./messages.ts";

/** That a meeting was cancelled, or moved from where to where, and why. */
export function ChangeNotice({ change }: { change: MeetingChange | null }) {
  const { t, language } = useLanguage(meetingMessages);
  if (!change) return null;
  const { cancelled, movedFrom, reason } = change;
  return (
    <p className={cancelled ? "notice notice--withdrawn" : "notice"}>
      <span>
        <strong>{cancelled || !movedFrom ? t.cancelled : t.movedFrom(longDate(movedFrom, language))}.</strong>{" "}
        {reason && <span {...langOfMinutes(language)}>{reason}</span>}
      </span>
    </p>
  );
}
