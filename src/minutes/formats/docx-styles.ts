import { attribute, readXml } from "./xml.ts";

export type ParagraphStyle = {
  /** 1-9 where the style is a heading, else null. */
  heading: number | null;
  contents: boolean;
  bold: boolean;
  numId: string | null;
  level: number;
};

type Declared = {
  name: string;
  basedOn: string | null;
  outline: number | null;
  bold: boolean | null;
  numId: string | null;
  level: number | null;
};

/**
 * What the named styles of a Word document mean. Headings are known by outline level, or by the style's name in
 * English or Danish where a converter left the level out.
 */
export function readStyles(xml: string): (id: string | undefined) => ParagraphStyle {
  const styles = new Map<string, Declared>();
  let current: Declared | null = null;
  readXml(xml, {
    open(name, attributes) {
      const value = attribute(attributes, "val");
      if (name === "style") {
        current = { name: "", basedOn: null, outline: null, bold: null, numId: null, level: null };
        styles.set(attribute(attributes, "styleId") ?? "", current);
      } else if (!current || value === undefined) {
        if (current && name === "b") current.bold = true;
      } else if (name === "name") current.name = value.toLowerCase();
      else if (name === "basedOn") current.basedOn = value;
      else if (name === "outlineLvl") current.outline = Number.parseInt(value, 10);
      else if (name === "b") current.bold = isOn(value);
      else if (name === "numId") current.numId = value;
      else if (name === "ilvl") current.level = Number.parseInt(value, 10) || 0;
    },
    close(name) {
      if (name === "style") current = null;
    },
  });
  const resolved = new Map<string, ParagraphStyle>();
  return (id) => {
    const key = id ?? "";
    const style = resolved.get(key) ?? resolve(styles, key);
    resolved.set(key, style);
    return style;
  };
}

/** "0", "false" and "off" switch a property off; its mere presence switches it on. */
export function isOn(value: string | undefined): boolean {
  return value !== "0" && value !== "false" && value !== "off" && value !== "none";
}

function resolve(styles: Map<string, Declared>, id: string): ParagraphStyle {
  const found: ParagraphStyle = {
    heading: headingOf(id.toLowerCase()),
    contents: /^(?:toc|indholdsfortegnelse)\d/i.test(id),
    bold: false,
    numId: null,
    level: 0,
  };
  let bold: boolean | null = null;
  let style = styles.get(id);
  for (let step = 0; style && step < 20; step++) {
    found.heading ??=
      headingOf(style.name) ??
      (style.outline !== null && style.outline >= 0 && style.outline < 9 ? style.outline + 1 : null);
    found.contents ||= /^(?:toc|indholdsfortegnelse) \d/.test(style.name);
    bold ??= style.bold;
    if (found.numId === null && style.numId !== null) {
      found.numId = style.numId;
      found.level = style.level ?? 0;
    }
    style = style.basedOn === null ? undefined : styles.get(style.basedOn);
  }
  if (found.contents) found.heading = null;
  return { ...found, bold: bold ?? false };
}

function headingOf(name: string): number | null {
  if (name === "title" || name === "titel") return 1;
  const level = /^(?:heading|overskrift) ?([1-9])$/.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}
