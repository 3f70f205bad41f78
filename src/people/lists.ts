/** The longer lists of a person's page. Each is told in short there and in full at an address of its own. */
const personLists = ["dissents", "mentions", "substitutions"] as const;
export type PersonList = (typeof personLists)[number];

/** How addresses name them (`?vis=`). */
export const listWords: Record<PersonList, string> = {
  dissents: "uenighed",
  mentions: "omtale",
  substitutions: "stedfortraedere",
};

/** Which list an address asks for in full; undefined is the person's page. */
export function readPersonList(params: URLSearchParams): PersonList | undefined {
  return personLists.find((list) => listWords[list] === params.get("vis"));
}
