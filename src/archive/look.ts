/** A municipality's own colour and arms. */
export type Look = { accent: string | null; logo: { mediaType: string; content: Buffer } | null };

export const MAX_LOGO_BYTES = 200_000;

/** Kinds of picture a logo may be, by the ending of its file name. */
export const logoTypes: Record<string, string> = { svg: "image/svg+xml", png: "image/png", webp: "image/webp" };

/** White text must be readable on an accent (WCAG 2.2, 1.4.3): at least 4.5 to 1. `accent`: "#rrggbb". */
export function isReadableUnderWhite(accent: string): boolean {
  return 1.05 / (luminance(accent) + 0.05) >= 4.5;
}

/** Relative luminance of "#rrggbb", 0 black to 1 white (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
