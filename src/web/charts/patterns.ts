import type { Tone } from "./chart.ts";

/** Lines drawn over a tone's colour, in a tile of 8 by 8. Solid where there are none. */
const hatching: Record<Tone, string> = {
  approved: "",
  recommended: "M-2,2L2,-2M0,8L8,0M6,10L10,6",
  noted: "M0,2H8M0,6H8",
  discussed: "M1,2h2M5,6h2",
  postponed: "M2,0V8M6,0V8",
  rejected: "M0,0L8,8M8,0L0,8",
  neutral: "M-2,6L2,10M0,0L8,8M6,-2L10,2",
};

export function patternId(chartId: string, tone: Tone): string {
  return `${chartId}-${tone}`;
}

/** The pattern of one tone as SVG: colour and lines come from the classes, so that they follow light and dark. */
export function patternSvg(chartId: string, tone: Tone): string {
  const lines = hatching[tone] && `<path class="chart-hatch" d="${hatching[tone]}"/>`;
  return (
    `<pattern id="${patternId(chartId, tone)}" width="8" height="8" patternUnits="userSpaceOnUse">` +
    `<rect class="chart-${tone}" width="8" height="8"/>${lines}</pattern>`
  );
}
