import type { Lexeme } from "./analyse.ts";
import { Place } from "./term-key.ts";

/** What an item says as often as this is what it is about. */
const OFTEN = 3;

/** How often each lexeme stands in an item, and the best place it stands in. */
export class Tally {
  #lexemes = new Map<Lexeme, number>();
  #places: number[] = [];
  #times: number[] = [];

  note(lexeme: Lexeme, place: number): void {
    const at = this.#lexemes.get(lexeme);
    if (at === undefined) {
      this.#lexemes.set(lexeme, this.#places.length);
      this.#places.push(place);
      this.#times.push(1);
      return;
    }
    this.#times[at]!++;
    if (place > this.#places[at]!) this.#places[at] = place;
  }

  /** Each lexeme's key with its place. */
  keys(): number[] {
    return Array.from(this.#lexemes, ([{ key }, at]) => {
      const place = this.#places[at]!;
      return key + (this.#times[at]! >= OFTEN && place < Place.topicPart ? place + Place.topicPart : place);
    });
  }
}
