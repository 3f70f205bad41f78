type Place = { field: string; item: number | null };

/** Where a field stands on the page. */
export const anchorOf = ({ field, item }: Place): string => (item === null ? `felt-${field}` : `felt-${item}-${field}`);

export const isSame = (one: Place, other: Place): boolean => one.field === other.field && one.item === other.item;
