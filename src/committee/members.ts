/** A person under one party label at a committee's meetings. `seats` are meetings as a member, whether there or not. */
export type MemberRow = {
  slug: string;
  name: string;
  party: string | null;
  first: string;
  last: string;
  seats: number;
  present: number;
  substitute: number;
};

export type Member = {
  slug: string;
  name: string;
  /** As printed, the earliest first. */
  parties: string[];
  first: string;
  last: string;
  seats: number;
  present: number;
  substitute: number;
};

/** Who sat on the committee, and who only came instead of somebody; the latest to be seen first, then by name. */
export function membersOf(rows: MemberRow[]): { members: Member[]; substitutes: Member[] } {
  const people = [...Map.groupBy(rows, (row) => row.slug).values()].map(mergeRows);
  people.sort((a, b) => b.last.localeCompare(a.last) || a.name.localeCompare(b.name, "da"));
  return {
    members: people.filter((person) => person.seats > 0),
    substitutes: people.filter((person) => person.seats === 0),
  };
}

function mergeRows(rows: MemberRow[]): Member {
  const inTime = rows.toSorted((a, b) => a.first.localeCompare(b.first));
  const sum = (key: "seats" | "present" | "substitute") => rows.reduce((total, row) => total + row[key], 0);
  return {
    slug: rows[0]?.slug ?? "",
    name: rows[0]?.name ?? "",
    parties: [...new Set(inTime.flatMap(({ party }) => party ?? []))],
    first: inTime[0]?.first ?? "",
    last:
      rows
        .map(({ last }) => last)
        .sort()
        .at(-1) ?? "",
    seats: sum("seats"),
    present: sum("present"),
    substitute: sum("substitute"),
  };
}
