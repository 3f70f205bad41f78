import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { type OwnPortal, ownPortal } from "../support/own-portal.ts";
import { EXAMPLE, pages, patternOf } from "../support/pages.ts";
import { requester } from "../support/visitor.ts";

// No browser here: one of the two projects is enough.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "runs once, in the project with scripts");
test.describe.configure({ mode: "default" });
test.setTimeout(240_000);

let portal: OwnPortal;
/** Where the portal would lay files that it needs for a while. */
let temporary: string;
test.beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "sagsgang-temporary-"));
  portal = await ownPortal(mkdtempSync(join(tmpdir(), "sagsgang-odd-")), { TMPDIR: temporary });
});
test.afterAll(() => portal?.stop());
test.afterEach(() => {
  expect(portal.output.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);
});

const text = (name: string, words = "Et kort\n") => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });

/** What stands in the summary of what is wrong, one sentence a line. */
const faultsIn = (page: string): string[] =>
  [...(/id="fejl">.*?<ul>(.*?)<\/ul>/s.exec(page)?.[1] ?? "").matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = ""]) =>
    line.replaceAll(/<[^>]*>/g, "").trim(),
  );

async function aDraft(person: APIRequestContext): Promise<string> {
  const list = await (await person.get(`${EXAMPLE}/arbejde/sager?soeg=Strandvejen`)).text();
  return `${EXAMPLE}/arbejde/sager/${/\/arbejde\/sager\/(\d+)"/.exec(list)?.[1]}`;
}

/** What a socket gets that sends these bytes and then waits; "" where the line is shut without a word. */
function raw(bytes: string, { shut = false } = {}): Promise<string> {
  const { port } = new URL(portal.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1");
    let answer = "";
    socket.setTimeout(60_000, () => (socket.destroy(), reject(new Error(`no answer to ${bytes.slice(0, 80)}`))));
    socket.on("error", () => resolve(answer));
    socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
    socket.on("close", () => resolve(answer));
    socket.write(bytes, "latin1", () => {
      if (shut) socket.destroy();
    });
  });
}

const cookieOf = async (person: APIRequestContext): Promise<string> =>
  (await person.storageState()).cookies.map(({ name, value }) => `${name}=${value}`).join("; ");

test("attachments with odd names, too many of them, and files that are something else are answered in sentences", async () => {
  const person = await requester(portal.url, "secretary");
  const draft = await aDraft(person);
  const page = `${draft}/bilag`;
  const names = [
    "../../../etc/passwd.txt",
    "..\\..\\windows\\system.ini.txt",
    "\u202etxt.exe\u202c.txt",
    "linje\r\nX-Added: yes\t.txt",
    `${"lang ".repeat(60)}.txt`,
    "con.txt",
    "<script>alert(1)</script>.txt",
    '"; filename="b.txt',
  ];
  for (const name of names) {
    const answer = await person.post(page, {
      multipart: { open: text(name, `Et kort til ${name}\n`) },
      maxRedirects: 0,
    });
    expect.soft(answer.status(), name).toBe(303);
  }
  const list = await (await person.get(page)).text();
  expect(list).not.toMatch(/[\u202a-\u202e]|\.\.[/\\]|<script>alert/);
  const links = [...(await (await person.get(draft)).text()).matchAll(/href="([^"]*\/bilag\/\d+)"/g)];
  for (const [, href = ""] of links) {
    const file = await person.get(href);
    expect.soft(file.status(), href).toBe(200);
    expect.soft(file.headers()["x-added"]).toBeUndefined();
    expect.soft(file.headers()["content-disposition"]).not.toMatch(/\.\.|[\r\n]|\/|\\/);
  }

  const bomb = zipSync({ "word/document.xml": new Uint8Array(60 * 1024 * 1024) }, { level: 9 });
  for (const [name, bytes] of [
    ["bombe.docx", bomb],
    ["bombe.zip", zipSync({ "a.txt": new Uint8Array(60 * 1024 * 1024) }, { level: 9 })],
    ["program.pdf", strToU8("MZ\0\0program")],
    ["tom.txt", new Uint8Array()],
    [".txt", strToU8("Et kort")],
  ] as const) {
    const answer = await person.post(page, {
      multipart: { open: { name, mimeType: "application/pdf", buffer: Buffer.from(bytes) } },
      maxRedirects: 0,
    });
    const faults = faultsIn(await answer.text());
    expect.soft(answer.status(), name).toBe(400);
    expect.soft(faults, name).toHaveLength(1);
    expect.soft(faults[0], name).toMatch(/^(?:bombe|program|tom|\.txt)/);
  }
  const many = new FormData();
  for (let at = 0; at < 130; at++) many.append("open", new File([`Nummer ${at}`], `${at}.txt`));
  const tooMany = await person.post(page, { multipart: many, maxRedirects: 0 });
  expect(tooMany.status()).toBe(400);
  expect(faultsIn(await tooMany.text()).at(-1)).toMatch(/for meget på én gang|100 bilag/);

  // Two at once of the same file are one.
  const other = await (await person.get(`${EXAMPLE}/arbejde/sager?tilstand=draft`)).text();
  const second = [...other.matchAll(/\/arbejde\/sager\/(\d+)"/g)].map(([, id]) => `${EXAMPLE}/arbejde/sager/${id}`);
  const empty = second.find((path) => path !== draft) ?? draft;
  const same = () => person.post(`${empty}/bilag`, { multipart: { open: text("tvilling.txt") }, maxRedirects: 0 });
  const both = await Promise.all([same(), same()]);
  expect(both.map((answer) => answer.status())).toEqual([303, 303]);
  expect((await (await person.get(`${empty}/bilag`)).text()).match(/value="tvilling"/g)).toHaveLength(1);

  // Somebody whose line breaks in the middle of a file.
  const head = `POST ${empty}/bilag HTTP/1.1\r\nHost: ${new URL(portal.url).host}\r\nOrigin: ${portal.url}\r\nCookie: ${await cookieOf(person)}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n`;
  const part = `--x\r\nContent-Disposition: form-data; name="open"; filename="halv.txt"\r\nContent-Type: text/plain\r\n\r\n`;
  await raw(head + part + "halvt".repeat(1000), { shut: true });
  // A form that ends before its file does, with all its bytes.
  const cut = part + "halvt";
  const ended = await raw(
    head.replace("900000", String(cut.length)).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n") + cut,
  );
  expect(ended).toMatch(/^HTTP\/1\.1 400/);
  expect(faultsIn(Buffer.from(ended, "latin1").toString("utf8"))).toEqual([
    "Forbindelsen blev afbrudt, og resten af filerne er ikke modtaget. Send dem igen.",
  ]);
  expect(await (await person.get(`${empty}/bilag`)).text()).not.toContain("halv");
  expect(readdirSync(temporary, { recursive: true })).toEqual([]);
});

test("minutes with odd names, packed bombs and ten thousand files are answered in sentences, and the rest is read", async () => {
  const person = await requester(portal.url, "secretary");
  const work = `${EXAMPLE}/arbejde/indlaes`;
  const give = async (name: string, bytes: Uint8Array) => {
    const answer = await person.post(`${work}/filer`, {
      headers: { Accept: "application/json" },
      multipart: { files: { name, mimeType: "application/zip", buffer: Buffer.from(bytes) } },
    });
    expect.soft(answer.status(), name).toBe(200);
    const { batch, error } = (await answer.json()) as { batch: number; error: string | null };
    expect.soft(error, name).toBeNull();
    const page = await person.get(`${work}/${batch}`);
    expect.soft(page.status(), name).toBe(200);
    return page.text();
  };
  const big = new Uint8Array(120 * 1024 * 1024);
  expect(await give("bombe.zip", zipSync({ "a.txt": big }, { level: 9 }))).toContain("Filen er over 50 MB");
  // One that says it is small, and is not.
  const liar = zipSync({ "b.txt": big }, { level: 9 });
  const view = new DataView(liar.buffer, liar.byteOffset, liar.byteLength);
  const central = view.getUint32(liar.length - 22 + 16, true);
  view.setUint32(central + 24, 100, true);
  expect(await give("loegner.zip", liar)).toContain("urimeligt meget");
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`${at}.txt`, strToU8("x")] as const));
  expect(await give("mange.zip", zipSync(many, { level: 0 }))).toContain("Der er over 2.000 filer");
  const odd = await give(
    "..\\..\\\u202eodd.zip",
    zipSync({
      "../../etc/passwd.txt": strToU8("Referat\n"),
      "C:\\windows\\system.txt": strToU8("Referat 2\n"),
      "\u202etxt.\r\nX: y\u0007.txt": strToU8("Referat 3\n"),
      [`${"lang ".repeat(100)}.txt`]: strToU8("Referat 4\n"),
    }),
  );
  expect(odd).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e]/u);
  expect(odd).not.toMatch(/passwd[^<]*\.\.|\.\.\/etc/);
  expect(await give("i-sig-selv.zip", zipSync({ "en.zip": zipSync({ "to.txt": strToU8("x") }) }))).toContain(
    "Der er ingen referater i ZIP-filen",
  );
  for (const odd of ["x", "-1", "1e3", "99999999999999999999", "%00", "1.5"]) {
    const answer = await person.post(`${work}/filer?upload=${odd}`, { multipart: { files: text("a.txt") } });
    expect.soft(answer.status(), `?upload=${odd}`).toBeLessThan(500);
  }
  expect(readdirSync(temporary, { recursive: true })).toEqual([]);
});

const ODD = [
  "",
  "0",
  "-1",
  "1.5",
  "1e309",
  "NaN",
  "99999999999999999999",
  "2147483648",
  "2026-02-30",
  "2026-13-45",
  "0000-00-00",
  "+275760-09-14",
  "%00",
  "%ff",
  "%",
  "%zz",
  "%ed%a0%80",
  "..%2f..%2f",
  "constructor",
  "__proto__",
  "%27%22%3b--",
  "%5c%5c",
  "(".repeat(500),
  "a".repeat(9000),
  "a%20".repeat(2000),
];

/** Every name that a page reads out of its address or form, wherever in the source it does. */
function names(): string[] {
  const sources = readdirSync("src", { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name),
  );
  const found = sources.flatMap(({ parentPath, name }) =>
    [...readFileSync(join(parentPath, name), "utf8").matchAll(/\.(?:get|getAll|has)\("([a-zæøå-]+)"\)/gi)].map(
      ([, word = ""]) => word,
    ),
  );
  return [...new Set(found)].toSorted();
}

/** One address of each kind of page that somebody finds by following links. */
async function onePageOfEach(person: APIRequestContext): Promise<string[]> {
  const queue = ["/", "/soeg", "/log-ind", "/glemt-adgangskode", "/arbejde", EXAMPLE, `${EXAMPLE}/soeg`];
  const found = new Map<string, string>();
  const seen = new Set(queue);
  for (const path of queue) {
    const pattern = patternOf(path) ?? "";
    if (found.has(pattern) || !pages[pattern]) continue;
    const answer = await person.get(path, { maxRedirects: 0 });
    if (answer.status() !== 200) continue;
    found.set(pattern, path);
    for (const [, href = ""] of (await answer.text()).matchAll(/href="(\/[^"#?]*)/g)) {
      if (seen.has(href) || href.startsWith("/en") || href.startsWith("/assets")) continue;
      seen.add(href);
      queue.push(href);
    }
  }
  return [...found.values()];
}

test("no page fails over what stands in its address, for the public or whoever is signed in", async () => {
  const words = names();
  expect(words.length).toBeGreaterThan(40);
  for (const person of [await requester(portal.url), await requester(portal.url, "secretary")]) {
    const addresses = await onePageOfEach(person);
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses)
      for (const odd of ODD) {
        // All at once first: a page reads few of them, and few pages fail.
        const query = words.map((word) => `${word}=${odd.length > 100 ? "" : odd}`).join("&");
        const asked = [`${address}?${query}`];
        if (odd.length > 100)
          asked.push(...["q", "soeg", "sag", "side", "fra"].map((word) => `${address}?${word}=${odd}`));
        asked.push(`${address.replace(/\/$/, "")}/${odd}`);
        for (const path of asked) {
          const answer = await person.get(path, { maxRedirects: 0 });
          expect.soft(answer.status(), path.slice(0, 300)).toBeLessThan(500);
          expect.soft(await answer.text(), path.slice(0, 300)).not.toContain("[native code]");
        }
      }
    await person.dispose();
  }
});

test("requests that are none are turned away, and slow ones are not waited for", async () => {
  const host = `Host: ${new URL(portal.url).host}`;
  const close = "Connection: close";
  const get = (target: string, ...headers: string[]) =>
    raw([`GET ${target} HTTP/1.1`, ...(headers.length > 0 ? headers : [host]), close, "", ""].join("\r\n"));
  const statusOf = (answer: string) => Number(/^HTTP\/1\.[01] (\d+)/.exec(answer)?.[1] ?? 0);

  // Those that send little and wait are let go.
  const slow = Promise.all([
    raw(`GET / HTTP/1.1\r\n${host}\r\nX-Slow: `),
    raw(
      `POST /log-ind HTTP/1.1\r\n${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\nOri`,
    ),
  ]);

  // Those that go away in the middle of a form are no error of ours.
  for (const target of ["/log-ind", "/konto", `${EXAMPLE}/arbejde/sager/1`, `${EXAMPLE}/arbejde/indlaes/filer`])
    await raw(
      `POST ${target} HTTP/1.1\r\n${host}\r\nOrigin: ${portal.url}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nemail=`,
      { shut: true },
    );

  const targets = [
    "/%",
    "/%zz",
    "/%ff/%fe",
    "/%00",
    "//elsewhere.example/",
    "/\\elsewhere",
    "/.//..//",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/%2e%2e/%2e%2e/server/index.js",
    "/assets/..%2f..%2fserver%2findex.js",
    "/assets/%",
    "/assets/\0",
    "http://elsewhere.example/",
    "*",
    "/æøå",
    `/${"a/".repeat(4000)}`,
    `/soeg?q=${"%c3%a6".repeat(2000)}`,
    `/soeg?${"q=a&".repeat(3000)}`,
    "/api/auth/%",
    "/api/auth/sso/callback/%ff?code=%",
    "/api/auth/sso/saml2/sp/metadata?providerId=%00",
  ];
  for (const target of targets) {
    const answer = await get(target);
    expect.soft(statusOf(answer), target.slice(0, 100)).toBeLessThan(500);
    expect.soft(answer, target.slice(0, 100)).not.toMatch(/root:|createRequestHandler/);
  }
  for (const headers of [
    ["Host: "],
    ["Host: a b"],
    ["Host: [::"],
    ["Host: elsewhere.example", host],
    [host, "Cookie: %=%; =; __Secure-sagsgang.session_token=%00%ff"],
    [host, `Cookie: ${"a=b; ".repeat(2000)}`],
    [host, "Accept-Encoding: \u0001"],
    [host, "Accept-Language: ".concat("da;q=0.1,".repeat(1000))],
    [host, "Range: bytes=0-1,5-2,-"],
    [host, 'If-None-Match: "', "If-Modified-Since: i går"],
    [host, "X-Forwarded-For: ' or 1=1 --"],
    [host, `X-Forwarded-For: ${"9".repeat(5000)}`],
    [host, `X-Long: ${"x".repeat(100_000)}`],
    Array.from({ length: 3000 }, (_, at) => `X-${at}: y`).concat(host),
  ])
    expect.soft(statusOf(await get("/", ...headers)), headers.join("|").slice(0, 100)).toBeLessThan(500);
  for (const [type, body] of [
    ["application/x-www-form-urlencoded", "%&%=%ff&email=%00&password=%zz"],
    ["multipart/form-data", "--x"],
    ["multipart/form-data; boundary=", "--"],
    ["multipart/form-data; boundary=x", "--x\r\n\r\n"],
    ["application/json", "{"],
    ["\u0001", "x"],
    ["text/plain", "\0"],
  ] as const)
    for (const target of [
      "/log-ind",
      "/glemt-adgangskode",
      "/log-ud",
      "/adgangskode/x",
      `${EXAMPLE}/moeder`,
      "/findes-ikke",
    ]) {
      const head = `POST ${target} HTTP/1.1\r\n${host}\r\nOrigin: ${portal.url}\r\n${close}\r\nContent-Type: ${type}\r\n`;
      const answer = await raw(`${head}Content-Length: ${body.length}\r\n\r\n${body}`);
      expect.soft(statusOf(answer), `${target} ${type}: ${body}`).toBeLessThan(500);
      expect.soft(statusOf(answer), `${target} ${type}: ${body}`).toBeGreaterThan(0);
    }
  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "HEAD"]) {
    const answer = await raw(`${method} ${EXAMPLE} HTTP/1.1\r\n${host}\r\n${close}\r\n\r\n`);
    expect.soft(statusOf(answer), method).toBeLessThan(500);
  }
  for (const answer of await slow) expect(statusOf(answer)).toBe(408);
});
