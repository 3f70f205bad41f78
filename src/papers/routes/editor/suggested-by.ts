/** Names a suggestion after its author and a number of its own, so that those of two people never become one. */
export const newSuggestion = (person: string): string => `${person} ${crypto.randomUUID().slice(0, 8)}`;

/** Who a suggestion is from; empty when it does not say. */
export const suggestedBy = (id: unknown): string => (typeof id === "string" ? id.replace(/ \S+$/, "") : "");
