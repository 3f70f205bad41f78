import { chromium } from "@playwright/test";
import { agendaPdf } from "#documents/agenda-pdf.ts";
import { printAgenda } from "#documents/agenda-print.ts";
import { extractText } from "#minutes/formats/extract-text.ts";
import { findBrowser } from "../tests/support/browser.ts";
import { agendaHtml, agendaToPrint } from "./agenda-to-print.ts";
import { interleaved } from "./measure.ts";
import type { Row } from "./run.ts";

export const name = "agenda-pdf";

const ROUNDS = 7;
const TARGET_MS = 300;
const TARGET_TIMES = 20;

/**
 * An agenda of sixty pages as PDF, beside a headless Chromium that is started already and prints the same agenda as HTML, tagged
 * and with page numbers. Each round prints another agenda, so that nobody prints from memory.
 */
export async function run(): Promise<Row[]> {
  const browser = await chromium.launch(await findBrowser());
  try {
    const turns = { ours: 0, theirs: 0 };
    const print = () => agendaPdf(agendaToPrint(turns.ours++));
    const printByBrowser = async () => {
      const html = agendaHtml(printAgenda(agendaToPrint(turns.theirs++), "#0059b3", []));
      const page = await browser.newPage();
      await page.setContent(html);
      const pdf = await page.pdf({
        format: "A4",
        tagged: true,
        outline: true,
        displayHeaderFooter: true,
        footerTemplate: '<span class="pageNumber"></span> af <span class="totalPages"></span>',
        margin: { top: "26mm", bottom: "25mm", left: "25mm", right: "25mm" },
      });
      await page.close();
      return pdf;
    };
    const pagesOf = async (pdf: Uint8Array) => {
      const read = await extractText(new Uint8Array(pdf), "dagsorden.pdf");
      return read.ok ? (read.extracted.pages ?? 0) : 0;
    };
    const pages = await pagesOf(print());
    const browserPages = await pagesOf(await printByBrowser());
    const [ours = 1, theirs = 1] = await interleaved([print, printByBrowser], { rounds: ROUNDS, warmUp: 2 });
    const times = theirs / ours;
    return [
      {
        work: "dagsorden som PDF/UA-1",
        measured: 1000 * ours,
        unit: "ms",
        target: `højst ${TARGET_MS} ms`,
        met: pages >= 60 && 1000 * ours <= TARGET_MS,
        note: `${pages} sider, Typst i processen`,
      },
      {
        work: "samme dagsorden som HTML gennem Chromium",
        measured: 1000 * theirs,
        unit: "ms",
        target: `mindst ${TARGET_TIMES} x vores`,
        ratio: times,
        met: times >= TARGET_TIMES,
        note: `${browserPages} sider, browseren er startet i forvejen`,
      },
    ];
  } finally {
    await browser.close();
  }
}
