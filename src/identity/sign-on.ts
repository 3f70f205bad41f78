import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { SSOOptions } from "@better-auth/sso";
import { z } from "zod";

/** A municipality's own sign-on as better-auth takes it. */
export type SignOnProvider = NonNullable<SSOOptions["defaultSSO"]>[number];

/** What the sign-in page says of it. */
export type SignOn = { id: string; label: string; provider: SignOnProvider };

const common = {
  /** In addresses: the provider is told to send people back to `/api/auth/sso/callback/<id>`. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** On the button, e.g. "Eksempelkøbing Kommune". */
  label: z.string().min(1),
  /** The part of their e-mail addresses after the @. */
  domain: z.string().min(1),
};

const shape = z.array(
  z.union([
    z.strictObject({
      ...common,
      oidc: z.strictObject({ issuer: z.url(), clientId: z.string().min(1), clientSecret: z.string().min(1) }),
    }),
    z.strictObject({
      ...common,
      /**
       * `metadata`: a file with the provider's metadata (XML), beside this one. `email`: the attribute that holds the
       * e-mail address; without it the attribute "email", else the name that the provider gives the person.
       */
      saml: z.strictObject({ metadata: z.string().min(1), email: z.string().min(1).optional() }),
    }),
  ]),
);

const EXAMPLE =
  '[{ "id": "kommune", "label": "Kommunens login", "domain": "kommune.dk", "oidc": { "issuer": "https://...", "clientId": "...", "clientSecret": "..." } }]';

/**
 * Reads the file that `SAGSGANG_SIGN_ON` names. Throws one Danish sentence when it is not as it should be. `address`:
 * where people find the portal.
 */
export async function readSignOn(file: string, address: string): Promise<SignOn[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new Error(`Filen ${file} (SAGSGANG_SIGN_ON) kan ikke læses. Ret stien.`);
  }
  const read = shape.safeParse(parse(text));
  if (!read.success) throw new Error(`Filen ${file} (SAGSGANG_SIGN_ON) er ikke, som den skal være: ${EXAMPLE}`);
  return Promise.all(
    read.data.map(async (entry) => {
      const { id, label, domain } = entry;
      if ("oidc" in entry) return { id, label, provider: { providerId: id, domain, oidcConfig: oidc(entry.oidc) } };
      const path = resolve(dirname(file), entry.saml.metadata);
      const metadata = await readFile(path, "utf8").catch(() => {
        throw new Error(`Filen ${path}, som ${file} nævner, kan ikke læses. Ret stien.`);
      });
      return {
        id,
        label,
        provider: { providerId: id, domain, samlConfig: saml(id, metadata, address, entry.saml.email) },
      };
    }),
  );
}

function oidc({ issuer, clientId, clientSecret }: { issuer: string; clientId: string; clientSecret: string }) {
  return {
    issuer,
    clientId,
    clientSecret,
    pkce: true,
    scopes: ["openid", "email", "profile"],
    discoveryEndpoint: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
  };
}

function saml(id: string, metadata: string, address: string, email: string | undefined) {
  return {
    issuer: `${address}/api/auth/sso/saml2/sp/metadata?providerId=${id}`,
    // Read from the metadata.
    entryPoint: "",
    idpMetadata: { metadata },
    wantAssertionsSigned: true,
    // Where people are led whose answer cannot be used; it never comes from the answer itself.
    idpInitiatedCallbackUrl: "/log-ind",
    ...(email !== undefined && { mapping: { email } }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
