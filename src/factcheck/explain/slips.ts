/**
 * What a wrong number looks like next to the right one, as words for a parenthesis: "to cifre byttet om",
 * "ét ciffer afviger", "et ciffer mangler"; null when it is no slip of the pen. Both without signs' help.
 */
export function slipBetween(stated: number, computed: number): string | null {
  const wrong = digitsOf(stated);
  const right = digitsOf(computed);
  if (wrong === right) return stated === -computed && stated !== 0 ? "fortegnet er vendt" : null;
  if (wrong.length < 2 || right.length < 2) return null;
  if (wrong.length === right.length) {
    const apart = [...wrong].flatMap((digit, index) => (digit === right[index] ? [] : [index]));
    const [first, second] = apart;
    if (first !== undefined && second === first + 1 && apart.length === 2) {
      if (wrong[first] === right[second] && wrong[second] === right[first]) return "to cifre byttet om";
    }
    // A share that is a little off has one digit that differs, too; that tells nobody anything.
    const counts = Number.isInteger(stated) && Number.isInteger(computed);
    return counts && apart.length === 1 && wrong.length > 2 ? "ét ciffer afviger" : null;
  }
  if (wrong.length + 1 === right.length && right.length > 3 && isWithoutOne(right, wrong)) return "et ciffer mangler";
  if (wrong.length === right.length + 1 && wrong.length > 3 && isWithoutOne(wrong, right)) return "et ciffer for meget";
  return null;
}

/** " (to cifre byttet om)" to end a sentence with, or nothing. */
export function slipNote(stated: number, computed: number): string {
  const slip = slipBetween(stated, computed);
  return slip ? ` (${slip})` : "";
}

const digitsOf = (value: number) => String(Math.abs(Number(value.toPrecision(15)))).replace(".", "");

function isWithoutOne(longer: string, shorter: string): boolean {
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  return longer.slice(at + 1) === shorter.slice(at);
}
