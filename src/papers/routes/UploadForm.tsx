import { type FormEvent, useState } from "react";
import { useRevalidator } from "react-router";
import { type FormErrors, Labelled } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { attachmentMessages } from "./messages-attachments.ts";
import { fileFields } from "./file-fields.ts";
import { sendFile } from "./send-file.ts";

type Props = {
  accept: string;
  /** Where files are sent one by one when scripts run; without them the form goes to its own page. */
  action: string;
  errors: FormErrors | undefined;
};

type Sending = { file: string; said: string; percent: number | null; failed: boolean };

/** Files to add, several at once; where scripts run each is sent by itself, and says how far it has come. */
export function UploadForm({ accept, action, errors }: Props) {
  const { t } = useLanguage(attachmentMessages);
  const [sending, setSending] = useState<Sending[]>([]);
  const { revalidate } = useRevalidator();

  async function send(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const files = [...new FormData(form)].flatMap(([field, file]) =>
      file instanceof File && file.name !== "" ? [{ field, file }] : [],
    );
    if (files.length === 0) return;
    event.preventDefault();
    setSending(
      files.map(({ file }) => ({ file: file.name, said: t.sending(file.name, 0), percent: 0, failed: false })),
    );
    const say = (index: number, change: Partial<Sending>) =>
      setSending((all) => all.map((one, at) => (at === index ? { ...one, ...change } : one)));
    for (const [index, { field, file }] of files.entries()) {
      const fault = await sendFile(action, field, file, (percent) =>
        say(index, { percent, said: t.sending(file.name, percent) }),
      );
      say(index, {
        percent: null,
        failed: fault !== null,
        said: fault === null ? t.sent(file.name) : t.refused(file.name, fault === "" ? t.failed : fault),
      });
    }
    form.reset();
    await revalidate();
  }

  return (
    <section className="narrow">
      <h2>{t.add}</h2>
      <form method="post" encType="multipart/form-data" onSubmit={(event) => void send(event)}>
        <FileField name={fileFields.open} label={t.openFiles} {...{ accept, errors }} hint={t.filesHint} />
        <FileField name={fileFields.closed} label={t.closedFiles} {...{ accept, errors }} />
        <button type="submit" className="button button-primary">
          {t.upload}
        </button>
      </form>
      <div aria-live="polite">
        {sending.length > 0 && (
          <ul className="upload-list" aria-label={t.progress}>
            {sending.map(({ file, said, percent, failed }) => (
              <li key={file} className={failed ? "upload-list__failed" : undefined}>
                {said}
                {percent !== null && <progress max={100} value={percent} aria-label={file} />}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

type FileFieldProps = {
  name: string;
  label: string;
  accept: string;
  hint?: string;
  errors: FormErrors | undefined;
};

function FileField({ name, label, accept, hint, errors }: FileFieldProps) {
  return (
    <Labelled label={label} name={name} hint={hint} errors={errors}>
      {(described) => <input type="file" id={name} name={name} multiple accept={accept} {...described} />}
    </Labelled>
  );
}
