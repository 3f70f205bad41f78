import type { CommitteeChoice, MeetingChoice as Meeting } from "#papers/choice-queries.ts";
import { type FormErrors, Labelled } from "../../web/components/Form.tsx";
import { fullDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { formMessages } from "./messages-forms.ts";

type Props = {
  name: string;
  value: string | undefined;
  committees: CommitteeChoice[];
  meetings: Meeting[];
  errors: FormErrors | undefined;
};

/** A planned meeting, committee by committee. */
export function MeetingChoice({ name, value, committees, meetings, errors }: Props) {
  const { t, language } = useLanguage(formMessages);
  return (
    <Labelled label={t.meeting} name={name} errors={errors}>
      {(described) => (
        <select className="form-select" id={name} name={name} defaultValue={value} {...described}>
          <option value="">{t.noMeeting}</option>
          {committees
            .map((committee) => ({
              ...committee,
              own: meetings.filter(({ committeeId }) => committeeId === committee.id),
            }))
            .filter(({ own }) => own.length > 0)
            .map(({ id, name, own }) => (
              <optgroup key={id} label={name} {...langOfMinutes(language)}>
                {own.map((meeting) => (
                  <option key={meeting.id} value={meeting.id}>
                    {fullDate(meeting.date, language)}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      )}
    </Labelled>
  );
}
