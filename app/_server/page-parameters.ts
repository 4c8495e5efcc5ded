/** What the explorer table understands beside the filters: its cursor and the columns shown. */
export const figureCursorParameters = ["after", "before", "columns"] as const;

/** What the changes understand beside their filters: where their page begins. */
export const changeParameters = ["after"] as const;

/** What a chart understands beside the filters: the figure whose point is meant. */
export const pointParameters = ["point"] as const;

/** What the search understands beside its words: where its page begins. */
export const searchParameters = ["after"] as const;

/** What the form of an objection understands: whether it was sent. */
export const objectionParameters = ["sent"] as const;
