/** 1234567 as "1.234.567", the way Danish papers print whole numbers. */
export function whole(value: number): string {
  const digits = String(Math.abs(value));
  const sign = value < 0 ? "-" : "";
  if (digits.length <= 3) return sign + digits;
  let out = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3) out = `${digits.slice(Math.max(0, end - 3), end)}.${out}`;
  return sign + out;
}

/** 12.34 as "12,3". */
export function decimal(value: number): string {
  const tenths = Math.round(value * 10);
  const digits = Math.abs(tenths);
  return `${tenths < 0 ? "-" : ""}${whole(Math.floor(digits / 10))},${digits % 10}`;
}

/** The share in percent with one decimal, and "0,0" of nothing. */
export function share(part: number, total: number): string {
  return total === 0 ? "0,0" : decimal((100 * part) / total);
}
