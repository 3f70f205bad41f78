import type { Lexeme } from "./analyse.ts";
import { Place } from "./term-key.ts";

/** What an item says as often as this is what it is about. */
const OFTEN = 3;

let tallies = 0;

/** How often each lexeme stands in an item, and the best place it stands in. One item after the other, never two at once. */
export class Tally {
  readonly #number = ++tallies;
  #lexemes: Lexeme[] = [];
  #places: number[] = [];
  #times: number[] = [];

  note(lexeme: Lexeme, place: number): void {
    if (lexeme.tally !== this.#number) {
      lexeme.tally = this.#number;
      lexeme.tallied = this.#lexemes.push(lexeme) - 1;
      this.#places.push(place);
      this.#times.push(1);
      return;
    }
    const at = lexeme.tallied;
    this.#times[at]!++;
    if (place > this.#places[at]!) this.#places[at] = place;
  }

  /** Each lexeme's key with its place. */
  keys(): number[] {
    return this.#lexemes.map(({ key }, at) => {
      const place = this.#places[at]!;
      return key + (this.#times[at]! >= OFTEN && place < Place.topicPart ? place + Place.topicPart : place);
    });
  }
}
