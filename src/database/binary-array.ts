const HEADER = 20;
const OID = { bytea: 17, bigint: 20, integer: 23, text: 25, json: 114 };
const BIGINT = 8;
const INTEGER = 4;

/** Whole numbers below 2^53 as elements of a bigint array: of each its length and its bytes. */
export function bigintElements(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * (4 + BIGINT));
  const view = new DataView(bytes.buffer);
  let to = 0;
  for (const value of values) {
    view.setInt32(to, BIGINT);
    view.setUint32(to + 4, Math.floor(value / 2 ** 32));
    view.setUint32(to + 8, value >>> 0);
    to += 4 + BIGINT;
  }
  return bytes;
}

/** A bigint array of what `bigintElements` gave, as PostgreSQL takes it in binary; `count` elements in all. */
export function bigintArray(count: number, elements: readonly Uint8Array[]): Buffer {
  return Buffer.concat([header(OID.bigint, count), ...elements]);
}

/** Whole numbers below 2^31 as an integer array, as PostgreSQL takes it in binary. */
export function integerArray(values: Uint32Array): Buffer {
  const bytes = Buffer.alloc(HEADER + values.length * (4 + INTEGER));
  header(OID.integer, values.length).copy(bytes);
  let to = HEADER;
  for (const value of values) {
    bytes[to + 3] = INTEGER;
    to = bytes.writeUInt32BE(value, to + 4);
  }
  return bytes;
}

/** An array of values that are bytes, or text in UTF-8, as PostgreSQL takes it in binary: nothing need be escaped. */
export function binaryArray(type: "bytea" | "json" | "text", values: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = [header(OID[type], values.length)];
  for (const value of values) {
    const length = Buffer.allocUnsafe(4);
    length.writeInt32BE(value.length);
    parts.push(length, value);
  }
  return Buffer.concat(parts);
}

/** One dimension, no nulls, the first element has the number 1. */
function header(oid: number, count: number): Buffer {
  const bytes = Buffer.alloc(HEADER);
  for (const [at, value] of [1, 0, oid, count, 1].entries()) bytes.writeInt32BE(value, at * 4);
  return bytes;
}
