/** Decisions that are one standard phrase, as a tag already says it. */
const bare =
  /^(?:(?:dagsordenen|indstillingen)? ?(?:blev |er )?(?:herefter |hermed )?(?:godkendt|tiltrådt|vedtaget)|(?:taget |tages )?til efterretning|anbefales(?: godkendt)?|(?:temaet )?(?:blev )?drøftet|udsat|udgår|udgået|forkastet)\.?$/i;

/** Whether a decision's words tell more than the tag of its outcome does. */
export function saysMore(text: string): boolean {
  return text.trim() !== "" && !bare.test(text.trim());
}
