/** How many digits after the comma a step has: 0.1 is one, 1 and above none. */
export function placesOf(step: number): number {
  return step >= 1 ? 0 : Math.min(6, Math.round(-Math.log10(step)));
}

/** A number in Danish writing with its digits kept: `danish(14219290)` is "14.219.290", `danish(38.8, 1)` "38,8". */
export function danish(value: number, places?: number): string {
  const kept = places ?? Math.min(6, (String(Math.abs(value)).split(".")[1] ?? "").length);
  const [whole = "0", decimals] = Math.abs(value).toFixed(kept).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ".");
  const negative = value < 0 && (Number(whole) !== 0 || Number(decimals ?? 0) !== 0);
  return `${negative ? "-" : ""}${grouped}${decimals ? `,${decimals}` : ""}`;
}

/** A number with the scale its neighbours are printed in: 2740000 at step 100000 and "kr" is "2,7 mio. kr.". */
export function danishIn(value: number, step: number, unit: string | null): string {
  const scales: [number, string][] = [
    [1e9, " mia."],
    [1e6, " mio."],
  ];
  const scale = scales.find(([size]) => step >= (size === 1e9 ? 1e7 : 1000) && Math.abs(value) >= size / 10);
  const printed = scale
    ? `${danish(value / scale[0], placesOf(step / scale[0]))}${scale[1]}`
    : danish(value, placesOf(step));
  if (unit === "percent") return `${printed} %`;
  if (unit === "points") return `${printed} procentpoint`;
  return unit === "kr" ? `${printed} kr.` : printed;
}

/** A sum written out: `sumOf(["5.096.822", "-9"])` is "5.096.822 - 9". */
export function sumOf(terms: string[]): string {
  return terms
    .map((term, index) => (index === 0 ? term : term.startsWith("-") ? `- ${term.slice(1)}` : `+ ${term}`))
    .join(" ");
}
