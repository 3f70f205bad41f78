import { type DragEvent, type FormEvent, useRef, useState } from "react";
import { useLanguage } from "../../web/use-language.ts";
import { importMessages } from "./messages.ts";
import { faultBeforeSending, sendFile } from "./send-file.ts";
import { useScripts } from "./use-scripts.ts";

type Sending = {
  file: File;
  state: "waiting" | "sending" | "sent" | "failed" | "refused";
  share: number;
  message: string;
};

/** The form that takes files. With scripts each file is sent by itself and shows how far it is; nothing sent is lost. */
export function Uploader({ municipality }: { municipality: string }) {
  const { t, to } = useLanguage(importMessages);
  const [rows, setRows] = useState<Sending[]>([]);
  const ready = useScripts();
  const [over, setOver] = useState(false);
  const [batch, setBatch] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const sendAll = async (all: Sending[], known: number | null) => {
    let upload = known;
    const rows = [...all];
    const set = (at: number, change: Partial<Sending>) => {
      rows[at] = { ...(rows[at] as Sending), ...change };
      setRows([...rows]);
    };
    for (const [at, { file, state }] of all.entries()) {
      if (state === "sent" || state === "refused") continue;
      set(at, { state: "sending", message: "" });
      const address = to.importReceive(municipality, upload === null ? {} : { upload });
      const answer = await sendFile(address, file, (share) => set(at, { share }));
      upload = answer?.batch ?? upload;
      setBatch(upload);
      if (answer && answer.error === null) set(at, { state: "sent", share: 1 });
      else if (answer?.error === "expired") {
        set(at, { state: "failed", message: t.expiredHere });
        return;
      } else set(at, { state: "failed", message: answer?.error === "too-large" ? t.requestTooLarge : t.notSent });
    }
    if (upload !== null && rows.every(({ state }) => state === "sent"))
      window.location.assign(to.importBatch(municipality, upload));
  };
  const begin = (files: File[]) => {
    const faults = { "too-large": t.tooLarge, "zip-too-large": t.zipTooLarge };
    const chosen = files.map((file): Sending => {
      const fault = faultBeforeSending(file);
      return { file, state: fault ? "refused" : "waiting", share: 0, message: fault ? faults[fault] : "" };
    });
    setRows(chosen);
    void sendAll(chosen, batch);
  };
  const onSubmit = (event: FormEvent) => {
    const files = [...(input.current?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    begin(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0 && !busy) begin(files);
  };
  const busy = rows.some(({ state }) => state === "sending");
  const failed = rows.some(({ state }) => state === "failed");
  return (
    // Dropping is one more way to do what the field in it does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      method="post"
      action={to.importReceive(municipality)}
      encType="multipart/form-data"
      className={over ? "upload upload--over" : "upload"}
      onSubmit={onSubmit}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <label className="form-label" htmlFor="files">
        {t.choose}
      </label>
      <span className="form-hint" id="files-hint">
        {t.chooseHint}
      </span>
      <input ref={input} id="files" name="files" type="file" multiple aria-describedby="files-hint" disabled={busy} />
      {ready && <p className="quiet">{t.drop}</p>}
      <button type="submit" className="button button-primary" disabled={busy}>
        {t.send}
      </button>
      {rows.length > 0 && <SendingList rows={rows} />}
      {rows.length > 0 && !busy && (
        <p className="form-buttons">
          {failed && (
            <button type="button" className="button button-secondary" onClick={() => void sendAll(rows, batch)}>
              {t.sendAgain}
            </button>
          )}
          {batch !== null && <a href={to.importBatch(municipality, batch)}>{t.seeReceived}</a>}
        </p>
      )}
    </form>
  );
}

function SendingList({ rows }: { rows: Sending[] }) {
  const { t } = useLanguage(importMessages);
  return (
    <section aria-live="polite" className="sending">
      <h2>{t.sendingTitle}</h2>
      <ul className="plain-list">
        {rows.map(({ file, state, share, message }, at) => (
          <li key={`${at} ${file.name}`}>
            <span className="sending__name">{file.name}</span>
            {state === "sending" && <progress max={1} value={share} aria-label={file.name} />}
            <span className="row-facts">
              {message ||
                (state === "sent"
                  ? t.sent
                  : state === "sending"
                    ? t.sending(Math.round(share * 100))
                    : t.waitingToSend)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
