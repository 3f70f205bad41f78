import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, type Page, expect, test } from "@playwright/test";
import { readDocument } from "#minutes/read-document.ts";
import { EXAMPLE, pages, patternOf } from "../support/pages.ts";
import { type OwnPortal, ownPortal } from "../support/own-portal.ts";
import { requester } from "../support/visitor.ts";

// One walk with scripts: without them nothing could be run by mistake.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "runs once, in the project with scripts");
test.setTimeout(400_000);

const RIGHT_TO_LEFT = "\u202e";
/** What each does, were it ever taken for something else than text. */
const MARKUP = `"><img src=x onerror=alert(1) data-hostile><script data-hostile>alert(2)</script>{{7*7}}\${7*7}`;
const PRINTED = `#eval("1+1") @x $ a_b *c* \\ \`d\` #import "/etc/passwd"`;
const LINES = "Mappe\r\nBcc: tyv@eksempel.dk\r\nBEGIN:VALARM\nEND:VCALENDAR";
const TEXTS = [
  `${MARKUP} ${RIGHT_TO_LEFT}`,
  `${PRINTED} =cmd("/c calc")!A1 👩‍👩‍👧‍👦`,
  LINES,
  "Nul\0 klokke\u0007 slet\u007f flugt\u001b[31m \ud800 enlig",
  "x".repeat(10_000),
  "Åben".repeat(40),
];

const NEW_PAPER = `${EXAMPLE}/arbejde/sager/ny?udvalg=boerne-og-skoleudvalget`;

type Field = { name: string; value: string; free: boolean; type: string };
type FoundForm = { action: string; fields: Field[] };

/** The forms of a page that somebody can write words in, as they stand. */
const formsOf = (page: Page): Promise<FoundForm[]> =>
  page.locator("main form").evaluateAll((forms) =>
    forms.flatMap((element) => {
      const form = element as HTMLFormElement;
      const free = "textarea, input:not([type]), input[type=text], input[type=search], input[type=email]";
      if (!form.querySelector(free) || form.querySelector("input[type=password], input[type=file]")) return [];
      const fields = [...form.elements].flatMap((item) => {
        const field = item as HTMLInputElement;
        if (!field.name || field.disabled || field.tagName === "BUTTON") return [];
        if ((field.type === "checkbox" || field.type === "radio") && !field.checked) return [];
        return [{ name: field.name, value: field.value, free: field.matches(free), type: field.type }];
      });
      if (form.method !== "post") return [];
      const buttons = [...form.querySelectorAll<HTMLButtonElement>("button[name]:not([type=button])")]
        .filter(({ value }) => !/delete|cancel|withdraw|remove/.test(value))
        .map(({ name, value }) => [{ name, value, free: false, type: "hidden" }]);
      return (buttons.length > 0 ? buttons : [[]]).map((button) => ({
        action: form.action,
        fields: [...fields, ...button],
      }));
    }),
  );

/** What a form sends when all that is free in it is `text`. */
function filled({ fields }: FoundForm, text: string): URLSearchParams {
  const sent = new URLSearchParams();
  for (const { name, value, free, type } of fields) {
    const asked: Record<string, string> = { date: "2031-03-04", time: "10:00", "datetime-local": "2031-03-04T10:00" };
    sent.append(name, free ? text : value || asked[type] || "");
  }
  return sent;
}

/** Up to `most` addresses of each kind of page, found by following links. */
async function walk(person: APIRequestContext, most: number): Promise<string[]> {
  const visits = new Map<string, number>();
  const queue = ["/", "/arbejde", "/konto", EXAMPLE, `${EXAMPLE}/arbejde/sager`, `${EXAMPLE}/laes`];
  const seen = new Set(queue);
  const found: string[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const pattern = patternOf(path) ?? "";
    const count = (visits.get(pattern) ?? 0) + 1;
    visits.set(pattern, count);
    if (count > most || !pages[pattern] || pages[pattern]?.kind || pattern === "log-ind") continue;
    const answer = await person.get(path, { maxRedirects: 0 });
    expect.soft(answer.status(), path).toBeLessThan(500);
    if (answer.status() !== 200 || !answer.headers()["content-type"]?.startsWith("text/html")) continue;
    found.push(path);
    // What was made last stands last: the newest paper is seen before the many of the example.
    const links = [...(await answer.text()).matchAll(/href="(\/[^"#]*)/g)].map(([, href = ""]) =>
      href.replaceAll("&amp;", "&"),
    );
    for (const link of links) {
      if (seen.has(link) || link.startsWith("/en") || link.startsWith("/assets")) continue;
      seen.add(link);
      queue.push(link);
    }
  }
  return found;
}

/** The last meeting in the plan, with an agenda begun. */
async function anAgenda(person: APIRequestContext): Promise<string> {
  const list = await (await person.get(`${EXAMPLE}/arbejde/moeder`)).text();
  const agenda = [...list.matchAll(/href="(\/[a-z]+\/arbejde\/moeder\/\d+)"/g)].at(-1)?.[1] ?? "";
  await person.post(agenda, { form: { do: "begin" } });
  return agenda;
}

async function send(person: APIRequestContext, agenda: string): Promise<void> {
  const page = await (await person.get(`${agenda}/udsend`)).text();
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? "";
  await person.post(`${agenda}/udsend`, {
    form: { version: value("version"), answered: value("answered"), reason: PRINTED },
  });
}

/** The words of a PDF, without what breaks lines. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  const read = await readDocument(bytes, "dagsorden.pdf");
  if (!read.ok) throw new Error(read.message);
  return read.extracted.text.replace(/\s+/g, "");
}

let portal: OwnPortal | undefined;
test.afterEach(() => portal?.stop());

test("text that wants to be something else stays text, everywhere it is written and read", async ({ browser }) => {
  portal = await ownPortal(mkdtempSync(join(tmpdir(), "sagsgang-hostile-")));
  const person = await requester(portal.url, "secretary");
  const context = await browser.newContext({
    baseURL: portal.url,
    storageState: await person.storageState(),
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  const ran: string[] = [];
  page.on("dialog", (dialog) => void (ran.push(`dialog at ${page.url()}`), dialog.dismiss()));
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) ran.push(`${page.url()}: ${message.text()}`);
  });

  // An agenda to write in, and a paper.
  const agenda = await anAgenda(person);
  const written = new Set<string>();
  const kindOf = ({ action, fields }: FoundForm) => {
    const deed = fields
      .filter(({ name }) => name === "do" || !name.includes("-"))
      .map(({ name, value }) => (name === "do" ? value : name));
    return `${patternOf(new URL(action).pathname)} ${deed.join(" ")}`;
  };
  for (const path of [NEW_PAPER, `${agenda}/nyt-punkt`, ...(await walk(person, 2))]) {
    await page.goto(path);
    const kinds = (await formsOf(page)).map(kindOf).filter((kind) => !written.has(kind));
    for (const kind of new Set(kinds)) {
      written.add(kind);
      for (const text of TEXTS) {
        // As it stands now: what was sent before may have made it another version.
        await page.goto(path);
        const form = (await formsOf(page)).find((one) => kindOf(one) === kind);
        if (!form) break;
        const answer = await person.post(form.action, {
          headers: { "Content-Type": "application/x-www-form-urlencoded" },
          data: filled(form, text).toString(),
          maxRedirects: 0,
        });
        expect.soft(answer.status(), `${kind}: ${JSON.stringify(text.slice(0, 40))}`).toBeLessThan(500);
        // A refusal shows what was sent: that page, too, has it as text.
        expect.soft(await answer.text(), kind).not.toMatch(/<(?:img|script)[^>]*data-hostile/);
      }
    }
  }
  expect(written.size).toBeGreaterThan(12);

  await send(person, agenda);
  for (const path of [agenda, agenda.replace("arbejde/moeder", "laes"), ...(await walk(person, 3))]) {
    await page.goto(path);
    const seen = await page.evaluate(() => ({
      hostile: document.querySelectorAll("[data-hostile]").length,
      width: document.documentElement.scrollWidth,
      wide: [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > 391)
        .slice(0, 6)
        .map((element) => `${element.tagName} ${element.className}`),
    }));
    expect.soft(seen.hostile, path).toBe(0);
    expect.soft(seen.width, `width of ${path}: ${seen.wide.join(", ")}`).toBeLessThanOrEqual(390);
  }
  const odds = ["%00", "%ff", "%ed%a0%80", encodeURIComponent(MARKUP), "%0d%0aX-Added:%20yes", "'%22;--"].flatMap(
    (text) => [
      `/soeg?q=${text}`,
      `${EXAMPLE}/soeg?q=${text}`,
      `${EXAMPLE}/sager/${text}`,
      `${EXAMPLE}/personer/${text}`,
      `${EXAMPLE}/personer?q=${text}`,
      `/${text}/udvalg/${text}`,
      `${EXAMPLE}/arbejde/sager?soeg=${text}`,
      `${EXAMPLE}/arbejde/sager/${text}`,
      `${EXAMPLE}/laes/${text}`,
      `/log-ind?naeste=${text}`,
      `/adgangskode/${text}`,
    ],
  );
  for (const odd of odds) {
    const answer = await person.get(odd, { maxRedirects: 0 });
    expect.soft(answer.status(), odd).toBeLessThan(500);
    expect.soft(answer.headers()["x-added"], odd).toBeUndefined();
    expect.soft(await answer.text(), odd).not.toMatch(/<(?:img|script)[^>]*data-hostile/);
  }
  // Every route with numbers and names that nobody gave out, read and written to.
  for (const [pattern, { readers }] of Object.entries(pages)) {
    if (!/:(?!municipality)/.test(pattern)) continue;
    for (const forged of ["0", "-1", "2147483648", "99999999999999999999", "1e3", "%00", "..%2f..%2fadgang"]) {
      const path = `/${pattern}`.replace("/:municipality", EXAMPLE).replace(/:\w+/g, forged);
      const read = await person.get(path, { maxRedirects: 0 });
      expect.soft(read.status(), path).toBeLessThan(500);
      if (readers !== "everybody") expect.soft(read.status(), path).not.toBe(200);
      const sent = await person.post(path, { form: { do: "save", version: "1" }, maxRedirects: 0 });
      expect.soft(sent.status(), `posted to ${path}`).toBeLessThan(500);
      if (readers !== "everybody") expect.soft(sent.status(), `posted to ${path}`).toBeGreaterThanOrEqual(400);
    }
  }
  expect(ran).toEqual([]);
  expect(portal.output.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);

  const printed = await person.get(`${agenda.replace("arbejde/moeder", "laes")}/dagsorden.pdf`);
  expect(printed.status()).toBe(200);
  const words = await wordsOf(new Uint8Array(await printed.body()));
  for (const text of ["#eval(", "#import", "<script", "BEGIN:VALARM"]) expect.soft(words, text).toContain(text);

  for (const calendar of [`${EXAMPLE}/kalender.ics`]) {
    const file = await (await person.get(calendar)).text();
    const lines = file.split("\r\n");
    expect(lines.filter((line) => /^BEGIN:VALARM|^Bcc:/i.test(line))).toEqual([]);
    expect(lines.filter((line) => line === "END:VCALENDAR")).toHaveLength(1);
    // Lines end in CRLF only, and nothing else that rules a terminal is in them.
    expect(lines.filter((line) => /(?!\t)\p{Cc}/u.test(line))).toEqual([]);
  }
  await context.close();
});
