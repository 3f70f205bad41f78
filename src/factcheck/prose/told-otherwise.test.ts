import { describe, expect, it } from "vitest";
import { findingsIn, verdictOf } from "./testing.ts";

/** Each claim with the wrong figure that makes it fail, and what the sum gives then. */
const CLAIMS: [text: string, right: string, wrong: string, computed: string][] = [
  ["I 2023 var der 450 lånere mod 400 i 2022. Det er {} flere.", "50", "70", "50"],
  ["Mens der i 2021 var 1.250 cykler, var der 1.310 i 2022, dvs. {} flere.", "60", "90", "60"],
  ["Antallet af træer steg fra 820 i 2021 til 900 i 2022 ({} flere).", "80", "60", "80"],
  ["Året 2022 sluttede med 310 kurser, hvilket er {} flere end året før (280).", "30", "50", "30"],
  ["Tallet for 2022 var 120 kolonihaver. Tallet for 2023 er 150, det vil sige {} flere.", "30", "50", "30"],
  ["Siden 2022 er antallet af haller steget med {} %, idet der i 2022 var 40 og i 2023 46.", "15", "25", "15,0 %"],
  ["Sammenholdt med 2022 (500 rejser) er 2023 (450 rejser) udtryk for et fald på {} %.", "10", "20", "10,0 %"],
  ["Den procentvise ændring i udlånet fra 1.000 (2022) til 1.150 (2023) er {} %.", "15", "25", "15,0 %"],
  ["Blandt de 240 svømmere er der 60, der er under ti år, det er {} %.", "25", "35", "25,0 %"],
  ["De 60 svømmere, der er fra Nord, udgør {} % af samtlige 240.", "25", "35", "25,0 %"],
  ["I 2023 var der 240 svømmere. 60 af dem bor i Nord, det vil sige {} %.", "25", "35", "25,0 %"],
  ["Samtlige 240 broer er gennemgået, og 60 er i god stand. Det svarer til {} %.", "25", "35", "25,0 %"],
  ["Tallet for broer i god stand er 60. Det svarer til {} % af de 240 broer i 2023.", "25", "35", "25,0 %"],
  ["{} % af de 240 broer er i god stand, i alt 60.", "25", "35", "25,0 %"],
  ["Af de 240 ansøgninger er 60 afgjort inden for 14 dage ({} %).", "25", "35", "25,0 %"],
  [
    "Driften er budgetteret til 24,5 mio. kr. og ventes at blive 26,0 mio. kr., altså et merforbrug på {} mio. kr.",
    "1,5",
    "2,5",
    "1,5 mio. kr.",
  ],
  [
    "Budget 24,5 mio. kr., forventet regnskab 26,0 mio. kr.: et underskud på {} mio. kr. på driften.",
    "1,5",
    "2,5",
    "1,5 mio. kr.",
  ],
  [
    "Et budget på 24,5 mio. kr. holdt op mod et skøn på 26,0 mio. kr. giver et merforbrug på {} mio. kr.",
    "1,5",
    "2,5",
    "1,5 mio. kr.",
  ],
];

describe("claims told in other orders", () => {
  it.each(CLAIMS)("%s", (text, right, wrong, computed) => {
    expect(verdictOf(text.replace("{}", right))).toBe("ok");
    const errors = findingsIn(text.replace("{}", wrong)).filter(({ verdict }) => verdict === "error");
    expect(errors.map((finding) => finding.computed)).toEqual([computed]);
  });

  it("finds parts that are larger than their whole", () => {
    const [finding] = findingsIn("410 af de 310 kurser blev holdt om aftenen.");
    expect(finding).toMatchObject({ verdict: "error", stated: "410", computed: "højst 310" });
    expect(finding?.explanation).toBe("410 kan ikke være en del af 310: delen er større end det hele.");
  });

  it.each([
    "De 120 planter består af 45 buske og 75 træer.",
    "Ventetiden er faldet fra 14 til 9 uger, og målet er 8 uger.",
    "Ansøgningen skal være afgjort inden for 40 dage, og 25 af de 30 sager var klar.",
    "Der var 5 møder, hvoraf 12 borgere deltog i det sidste.",
    "I 2022 var der 40 kurser. Prisen er 120 kr., og det er 10 kr. mere end i 2021.",
  ])("leaves alone: %s", (text) => expect(["silent", "ok"]).toContain(verdictOf(text)));
});
