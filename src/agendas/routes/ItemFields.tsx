import type { ItemToEdit } from "#agendas/agenda-item-queries.ts";
import { Choice, Field, type FormErrors, TextBox } from "../../web/components/Form.tsx";
import { longDate } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { CallFields } from "./CallFields.tsx";
import { itemMessages } from "./item-messages.ts";
import type { ItemValues } from "./item-values.ts";

type Props = {
  item: Pick<ItemToEdit, "kind" | "title" | "paperClosed">;
  values: ItemValues;
  errors: FormErrors | undefined;
  people: string[];
  deadline: string;
};

/** All that is said of an item on an agenda; a paper's own words are not changed here. */
export function ItemFields({ item, values, errors, people, deadline }: Props) {
  const { t, language } = useLanguage(itemMessages);
  const isPaper = item.kind === "paper";
  return (
    <>
      {isPaper ? (
        <>
          <p className="quiet">{t.paperTitle}</p>
          <input type="hidden" name="title" value={item.title} />
        </>
      ) : (
        <>
          <Field label={t.title} name="title" value={values["title"]} errors={errors} />
          <TextBox
            label={t.text}
            name="text"
            hint={t.textHint}
            value={values["text"]}
            errors={errors}
            required={false}
          />
          <Choice
            label={t.place}
            name="place"
            value={values["place"]}
            errors={errors}
            choices={(["first", "middle", "last", "end"] as const).map((value) => ({ value, text: t.places[value] }))}
          />
        </>
      )}
      <CallFields values={values} errors={errors} people={people} />
      {item.paperClosed ? (
        <>
          <p className="quiet">{t.paperClosed}</p>
          <input type="hidden" name="closed" value={values["closed"]} />
          <input type="hidden" name="closedGround" value={values["closedGround"]} />
        </>
      ) : (
        <>
          <Choice
            label={t.closed}
            name="closed"
            hint={t.closedHint}
            value={values["closed"]}
            errors={errors}
            choices={[
              { value: "no", text: t.open },
              { value: "yes", text: t.isClosed },
            ]}
          />
          <Field
            label={t.closedGround}
            name="closedGround"
            hint={t.closedGroundHint}
            value={values["closedGround"]}
            errors={errors}
            required={false}
          />
        </>
      )}
      {item.kind !== "standing" && (
        <TextBox
          label={t.lateReason}
          name="lateReason"
          hint={t.lateHint(longDate(deadline, language))}
          value={values["lateReason"]}
          errors={errors}
          rows={2}
          required={false}
        />
      )}
    </>
  );
}
