import type { ListedItem } from "./listed-item.ts";

/** A list that stands meeting by meeting already, parted into its meetings. */
export function byMeeting<T extends ListedItem>(items: T[]): [T, ...T[]][] {
  const meetings: [T, ...T[]][] = [];
  for (const item of items) {
    const current = meetings.at(-1);
    if (current && isSameMeeting(current[0], item)) current.push(item);
    else meetings.push([item]);
  }
  return meetings;
}

function isSameMeeting(a: ListedItem, b: ListedItem): boolean {
  return a.committee === b.committee && a.date === b.date && a.sitting === b.sitting;
}
