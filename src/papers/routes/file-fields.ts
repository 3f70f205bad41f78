/** The file fields of the attachments' form: which one a file comes in says whether it is open or closed. */
export const fileFields = { open: "open", closed: "closed" } as const;
