import { Parser } from "htmlparser2";

export type Attributes = Record<string, string>;

export type XmlHandler = {
  /** Names come without their namespace prefix: the two DOCX dialects differ only in namespaces. */
  open?: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (data: string) => void;
};

/** Deeper XML than this is an attack. */
const MAX_DEPTH = 500;

const CHUNK = 65_536;

/**
 * Reads XML without a document type: entities a document declares itself are never expanded. False when the
 * elements stand too deep within each other to be read to the end.
 */
export function readXml(xml: string, handler: XmlHandler): boolean {
  const open = { depth: 0 };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.depth++;
        handler.open?.(localName(name), attributes);
      },
      onclosetag(name) {
        open.depth--;
        handler.close?.(localName(name));
      },
      ontext(data) {
        handler.text?.(data);
      },
    },
    { xmlMode: true },
  );
  for (let at = 0; at < xml.length && open.depth <= MAX_DEPTH; at += CHUNK) parser.write(xml.slice(at, at + CHUNK));
  const whole = open.depth <= MAX_DEPTH;
  parser.end();
  return whole;
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (name in attributes) return attributes[name];
  for (const key in attributes)
    if (key.endsWith(name) && key[key.length - name.length - 1] === ":") return attributes[key];
  return undefined;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
