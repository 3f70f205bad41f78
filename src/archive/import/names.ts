/** Names in the order they were met, with their places. */
export type Names = { people: Map<string, number>; cases: Map<string, number> };

/** The name's place in the list; a new name gets the next. */
export function placeOf(places: Map<string, number>, name: string): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, places.size);
  return places.size - 1;
}
