import { randomUUID } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { SamlLib } from "samlify";
import { selfSigned } from "./self-signed.ts";

const RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

/** What an answer says that is not as it should be. */
export type Deviation = {
  /** Signed with another key than the one that stands in the metadata. */
  otherKey?: boolean;
  unsigned?: boolean;
  audience?: string;
  recipient?: string;
  /** Minutes from now when the answer stops being good. */
  minutes?: number;
  /** Answers nobody's question. */
  unasked?: boolean;
  attributes?: Record<string, string>;
  nameId?: string;
};

/** What the provider's page makes the browser post to us. */
export type SamlPost = { SAMLResponse: string; RelayState: string };

/** A real SAML identity provider that signs its answers (SAML 2.0, redirect in, post out). */
export function samlProvider(entityId = "https://login.birkeby.example/saml") {
  const own = selfSigned("Birkeby");
  const other = selfSigned("En anden");
  const certificate = own.certificate.replace(/-----[^-]+-----|\s/g, "");
  const metadata =
    `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">` +
    `<IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">` +
    `<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>` +
    `<NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</NameIDFormat>` +
    `<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${entityId}/sso"/>` +
    `</IDPSSODescriptor></EntityDescriptor>`;

  return {
    metadata,
    /** Signs somebody in at the provider, who came by the address `url`; `sp`: the metadata that we published. */
    answer(url: string, email: string, sp: string, deviation: Deviation = {}): SamlPost {
      const query = new URL(url).searchParams;
      const request = inflateRawSync(Buffer.from(query.get("SAMLRequest") ?? "", "base64")).toString();
      const asked = attribute(request, "ID");
      const recipient = deviation.recipient ?? attribute(sp, "Location");
      const xml = response({
        issuer: entityId,
        recipient,
        audience: deviation.audience ?? attribute(sp, "entityID"),
        inResponseTo: deviation.unasked ? "" : ` InResponseTo="${asked}"`,
        until: new Date(Date.now() + (deviation.minutes ?? 5) * 60_000).toISOString(),
        nameId: deviation.nameId ?? email,
        attributes: deviation.attributes ?? {},
      });
      const key = deviation.otherKey ? other : own;
      const signed = deviation.unsigned ? xml : sign(xml, key.privateKey, certificate);
      return { SAMLResponse: Buffer.from(signed).toString("base64"), RelayState: query.get("RelayState") ?? "" };
    },
  };
}

function sign(xml: string, privateKey: string, signingCert: string): string {
  const assertion = "/*[local-name(.)='Response']/*[local-name(.)='Assertion']";
  const signed = SamlLib.constructSAMLSignature({
    rawSamlMessage: xml,
    referenceTagXPath: assertion,
    privateKey,
    signatureAlgorithm: RSA_SHA256,
    signingCert,
    isBase64Output: false,
    signatureConfig: {
      prefix: "ds",
      location: { reference: `${assertion}/*[local-name(.)='Issuer']`, action: "after" },
    },
  });
  return signed.toString();
}

type Said = {
  issuer: string;
  recipient: string;
  audience: string;
  inResponseTo: string;
  until: string;
  nameId: string;
  attributes: Record<string, string>;
};

function response({ issuer, recipient, audience, inResponseTo, until, nameId, attributes }: Said): string {
  const now = new Date(Date.now() - 10 * 60_000).toISOString();
  const listed = Object.entries(attributes).map(
    ([name, value]) =>
      `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`,
  );
  const statement = listed.length === 0 ? "" : `<saml:AttributeStatement>${listed.join("")}</saml:AttributeStatement>`;
  return (
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${randomUUID()}" Version="2.0" IssueInstant="${now}" Destination="${recipient}"${inResponseTo}>` +
    `<saml:Issuer>${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>` +
    `<saml:Assertion ID="_${randomUUID()}" Version="2.0" IssueInstant="${now}"><saml:Issuer>${issuer}</saml:Issuer>` +
    `<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">${nameId}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${recipient}"${inResponseTo}/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${now}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${now}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `${statement}</saml:Assertion></samlp:Response>`
  );
}

function attribute(xml: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1];
  if (value === undefined) throw new Error(`no ${name} in ${xml.slice(0, 200)}`);
  return value;
}
