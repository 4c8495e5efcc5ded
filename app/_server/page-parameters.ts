/** What the explorer table understands beside the filters: its cursor and the columns shown. */
export const figureCursorParameters = ["after", "before", "columns"] as const;

/** What the changes understand beside their filters: where their page begins. */
export const changeParameters = ["after"] as const;

/** What a chart understands beside the filters: the figure whose point is meant. */
export const pointParameters = ["point"] as const;
