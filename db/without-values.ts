/** The message of a failed query without its values, which the driver writes behind it: sessions and tokens are among them. */
export const withoutValues = (message: string): string => message.replace(/\nparams: [\s\S]*$/, "");
