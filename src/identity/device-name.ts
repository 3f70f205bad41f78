const browsers = [
  ["Edge", /\bEdgA?\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Chrome", /\b(Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
] as const;

const systems = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["Mac", /\bMacintosh\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
] as const;

/**
 * What a person calls their device, from what the browser says of itself; null when it says nothing known.
 *
 *     deviceName("Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) ... Version/18.1 Safari/604.1") // "Safari, iPad"
 */
export function deviceName(userAgent: string | null): string | null {
  const known = (names: readonly (readonly [string, RegExp])[]) =>
    names.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0];
  return [known(browsers), known(systems)].filter(Boolean).join(", ") || null;
}
