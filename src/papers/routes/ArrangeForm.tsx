import type { PaperAttachment } from "#papers/queries.ts";
import { Choice, Field, type FormErrors } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { attachmentMessages } from "./messages-attachments.ts";
import type { Row } from "./row-form.ts";
import { RowFields } from "./RowFields.tsx";

type Props = {
  municipality: string;
  paper: number;
  version: number;
  attachments: PaperAttachment[];
  /** What was typed, when it could not be saved. */
  values: Row[] | undefined;
  errors: FormErrors | undefined;
};

/** The attachments with their names, to be put in order, opened or closed, and removed. */
export function ArrangeForm({ municipality, paper, version, attachments, values, errors }: Props) {
  const { t, to } = useLanguage(attachmentMessages);
  const rows = (values ?? attachments.map(rowOf)).flatMap((row) => {
    const file = attachments.find(({ id }) => String(id) === row["id"]);
    return file ? [{ row, file }] : [];
  });
  return (
    <form method="post" noValidate className="rows-form">
      <input type="hidden" name="version" value={version} />
      {rows.map(({ row, file }, index) => {
        const n = index + 1;
        return (
          <RowFields key={file.id} index={n} legend={t.attachment(n)} order={String(n)}>
            <input type="hidden" name={`id-${n}`} value={file.id} />
            <Field
              label={t.name}
              name={`name-${n}`}
              value={row["name"]}
              errors={errors}
              hint={<a href={to.paperAttachment(municipality, paper, file.id)}>{file.fileName}</a>}
            />
            <Choice
              label={t.openness}
              name={`openness-${n}`}
              value={row["openness"]}
              choices={[
                { value: "open", text: t.open },
                { value: "closed", text: t.closed },
              ]}
            />
            <p className="form-row-fields__buttons">
              {index > 0 && <Deed deed={`up-${file.id}`} text={t.up} name={file.name} />}
              {n < rows.length && <Deed deed={`down-${file.id}`} text={t.down} name={file.name} />}
              <Deed deed={`remove-${file.id}`} text={t.remove} name={file.name} />
            </p>
          </RowFields>
        );
      })}
      <p className="form-buttons">
        <button type="submit" name="do" value="save" className="button button-primary">
          {t.save}
        </button>
      </p>
    </form>
  );
}

function Deed({ deed, text, name }: { deed: string; text: string; name: string }) {
  const { t } = useLanguage(attachmentMessages);
  return (
    <button type="submit" name="do" value={deed} className="button button-tertiary" aria-label={t.of(text, name)}>
      {text}
    </button>
  );
}

const rowOf = ({ id, name, closed }: PaperAttachment): Row => ({
  id: String(id),
  name,
  openness: closed ? "closed" : "open",
});
