/** What is expected at a place of a real document: "conversion" is damage by conversion, which nobody has to tell. */
export type Expectation = {
  id: string;
  file: string;
  lines: [from: number, to: number];
  verdict: "error" | "warning" | "conversion" | "holds";
  /** Figures as printed; a line that holds several claims is only meant with these. */
  stated?: string;
};

const [MAY24, OCTOBER25, JUNE23, JUNE24, HORSENS] = [
  "naestved-bru-2024-05-14.txt",
  "naestved-bru-2025-10-28.txt",
  "naestved-bru-2023-06-13.txt",
  "naestved-bru-2024-06-11.txt",
  "horsens-bi-2024-08-28.txt",
] as const;

type Row = [id: string, file: string, from: number, to: number, stated?: string];

const expected = (verdict: Expectation["verdict"], rows: Row[]): Expectation[] =>
  rows.map(([id, file, from, to, stated]) => ({
    id,
    file,
    lines: [from, to],
    verdict,
    ...(stated === undefined ? {} : { stated }),
  }));

/** The known claims of the five real documents: ids, lines of the text and figures, and what checks should say of them. */
export const expectations: Expectation[] = [
  ...expected("error", [
    ["I01", MAY24, 314, 314, "11 %"],
    ["I03", OCTOBER25, 482, 503, "81,2"],
    ["I05", OCTOBER25, 504, 504, "15,4"],
    ["I11", OCTOBER25, 637, 644],
    ["I17", JUNE24, 491, 491, "14.219.920"],
    ["I19", JUNE24, 504, 504, "38"],
    ["I21", JUNE24, 759, 772],
    ["I23", MAY24, 426, 434, "15.05.2024"],
    ["I27", HORSENS, 189, 205, "1"],
    ["I29", HORSENS, 202, 202, "72,0"],
    ["I33", HORSENS, 325, 325],
    ["I39", JUNE24, 701, 705],
  ]),
  ...expected("warning", [
    ["I07", OCTOBER25, 233, 233],
    ["I09", OCTOBER25, 424, 424],
    ["I25", HORSENS, 189, 189, "167"],
    ["I31", HORSENS, 116, 116],
    ["I43", JUNE24, 307, 354],
    ["I45", JUNE23, 292, 292],
    ["I49", JUNE24, 651, 651],
  ]),
  ...expected("conversion", [
    ["I13", OCTOBER25, 582, 586],
    ["I15", OCTOBER25, 506, 506],
    ["I35", HORSENS, 15, 15],
    ["I37", JUNE24, 17, 17],
    ["I41", JUNE24, 204, 204],
    ["I47", MAY24, 338, 342],
    ["I51", MAY24, 17, 17],
  ]),
  ...expected("holds", [
    ["V01", MAY24, 314, 314, "595"],
    ["V03", MAY24, 314, 314, "32,12"],
    ["V05", MAY24, 346, 346, "110"],
    ["V07", MAY24, 352, 352],
    ["V09", MAY24, 356, 358],
    ["V11", OCTOBER25, 100, 101],
    ["V13", OCTOBER25, 109, 109],
    ["V15", OCTOBER25, 85, 87],
    ["V17", OCTOBER25, 498, 498],
    ["V19", OCTOBER25, 503, 505, "82,0"],
    ["V19", OCTOBER25, 503, 505, "84,3"],
    ["V21", OCTOBER25, 322, 324],
    ["V23", JUNE23, 103, 103],
    ["V25", JUNE23, 131, 135],
    ["V27", JUNE24, 491, 491, "18.373.344"],
    ["V29", JUNE24, 498, 498],
    ["V31", JUNE24, 499, 499],
    ["V33", JUNE24, 504, 504, "46"],
    ["V33", JUNE24, 514, 514],
    ["V35", JUNE24, 524, 533],
    ["V37", JUNE24, 314, 314],
    ["V39", HORSENS, 73, 101],
    ["V41", HORSENS, 205, 205, "104"],
    ["V41", HORSENS, 205, 205, "133"],
    ["V43", HORSENS, 191, 197],
    ["V45", MAY24, 5, 5],
    ["V45", OCTOBER25, 5, 5],
    ["V45", JUNE23, 5, 5],
    ["V45", JUNE24, 5, 5],
    ["V45", HORSENS, 5, 5],
    ["V49", JUNE24, 164, 164],
    ["T1", JUNE24, 764, 764, "Nelander"],
    ["T2", OCTOBER25, 93, 93],
    ["T3", JUNE24, 506, 506],
    ["T4", OCTOBER25, 131, 131],
    ["T6", HORSENS, 203, 203],
    ["T9", JUNE23, 234, 234],
  ]),
];
