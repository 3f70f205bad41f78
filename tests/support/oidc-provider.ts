import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export type TestProvider = { issuer: string; clientId: string; clientSecret: string; stop(): Promise<void> };

/** A real OpenID Connect provider whose people are named by their address: whoever signs in as x has the e-mail x. */
export async function startProvider(redirectUri: string): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ["sagsgang", "en hemmelighed for proevens skyld"];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: true, name: id.split("@")[0] }),
    }),
    cookies: { keys: ["proeve"] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  });
  server.on("request", provider.callback());
  return {
    issuer,
    clientId,
    clientSecret,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Signs in at the provider as somebody would, and gives the address that it sends them back to. */
export async function signInAtProvider(url: string, email: string): Promise<string> {
  const jar = new Map<string, string>();
  const home = new URL(url).origin;
  let next = url;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 12; step++) {
    const response = await fetch(next, {
      redirect: "manual",
      headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(body && { method: "POST", body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const [name = "", ...value] = pair.split("=");
      jar.set(name, value.join("="));
    }
    const location = response.headers.get("Location");
    if (location) {
      next = new URL(location, next).href;
      body = undefined;
      if (new URL(next).origin !== home) return next;
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`The provider shows no form: ${response.status}`);
    body = new URLSearchParams({ prompt, ...(prompt === "login" && { login: email, password: "ligegyldigt" }) });
  }
  throw new Error("The provider never sent anybody back.");
}
