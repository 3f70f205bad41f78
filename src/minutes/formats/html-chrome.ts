type Attributes = Record<string, string>;

const NEVER_TEXT = new Set(
  "script style noscript template head svg math canvas iframe object audio video select option textarea button input datalist title".split(
    " ",
  ),
);

/** Elements whose contents nobody reads as text. */
export function isNeverText(name: string, attributes: Attributes): boolean {
  if (name === "head") return false;
  return (
    NEVER_TEXT.has(name) ||
    "hidden" in attributes ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes["style"] ?? "")
  );
}

const CHROME_ROLES = new Set([
  "navigation",
  "search",
  "contentinfo",
  "dialog",
  "alertdialog",
  "menu",
  "menubar",
  "toolbar",
]);

const CHROME_NAMES =
  /(?:^|[\s_-])(?:cookies?|cookiebot|cookie-?banner|consent|breadcrumbs?|skip-?links?|skip-?to-?content|back-?to-?top|share-?buttons?|main-?menu|site-?menu)(?:$|[\s_-])/i;

/**
 * The site around the minutes: menus, cookie banner, breadcrumbs, page foot. A footer inside the main part may be
 * the minutes' own (signatures).
 */
export function isChrome(name: string, attributes: Attributes, inMain: boolean): boolean {
  if (name === "html" || name === "body" || name === "main" || name === "article") return false;
  if (name === "nav" || name === "dialog" || (name === "footer" && !inMain)) return true;
  if (CHROME_ROLES.has(attributes["role"] ?? "") || attributes["aria-hidden"] === "true") return true;
  return CHROME_NAMES.test(attributes["class"] ?? "") || CHROME_NAMES.test(attributes["id"] ?? "");
}
