/** A party printed after a name, with the first and last day it was seen ("YYYY-MM-DD"). */
export type PartySpan = { party: string; from: string; to: string };

/**
 * The parties a person sat for, in the order of time. A label holds for its day; days with the same label in a row
 * make one span, and a new label begins the next. Two labels on one day (two documents) continue what was before.
 *
 *     partySpans([{ party: "V", day: "2024-01-16" }, { party: "V", day: "2024-06-11" }, { party: "UFP", day: "2024-10-08" }])
 *     // [{ party: "V", from: "2024-01-16", to: "2024-06-11" }, { party: "UFP", from: "2024-10-08", to: "2024-10-08" }]
 */
export function partySpans(observations: { party: string; day: string }[]): PartySpan[] {
  const spans: PartySpan[] = [];
  for (const { day, parties } of byDay(observations)) {
    const current = spans.at(-1);
    if (current && parties.includes(current.party)) current.to = day;
    for (const party of parties) if (party !== current?.party) spans.push({ party, from: day, to: day });
  }
  return spans;
}

function byDay(observations: { party: string; day: string }[]): { day: string; parties: string[] }[] {
  const days = Map.groupBy(observations, (observation) => observation.day);
  return [...days.keys()]
    .sort()
    .map((day) => ({ day, parties: [...new Set(days.get(day)?.map(({ party }) => party))].sort() }));
}
