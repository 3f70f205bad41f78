/** Words a web page or a printout puts around the text: links back, print links, page numbers, cookie notices. */
const CHROME =
  /^(?:til toppen|til top|tilbage til top(?:pen)?|til indholdsfortegnelse(?:n)?|udskriv(?: punkt(?:et)?| hele dagsord(?:e)?nen)?|luk(?: alle(?: punkter)?)?|fold (?:alle )?(?:ud|ind|punkter|dette punkt ind)?|se alle bilag|print|del|søg|tilbage|gå til (?:hoved)?indhold(?:et)?|you are here|du er her.*|side \d+(?: af \d+)?|\[?side \d+\]?|«.*|skip til .*|vis (?:mere|alle)|accepter cookies|menu|næste punkt|forrige punkt|hent som (?:fil|pdf)|kopier link.*|punkt titel|åbn alle|vis medlemmer|spring til .*|application\/pdf icon)$/i;

/** What some pages print on the line of a heading: "fold dette punkt ind Indstilling". */
export const FOLD = /^(?:fold dette punkt (?:ind|ud)|udvid|fold (?:ind|ud)) /;

/** True for a line that is no part of the minutes, such as "Til toppen" or "Side 3 af 20". */
export function isPageChrome(label: string): boolean {
  return (label.length < 60 && CHROME.test(label)) || (label.length < 110 && PAGE_HEAD.test(label));
}

/** "Social- og Sundhedsudvalget den 09-05-2012, s. 7" at the top of each page. */
const PAGE_HEAD = /^[A-ZÆØÅ][^\n]{5,90}\d{4},? s(?:ide)?\.? ?\d+$/i;
