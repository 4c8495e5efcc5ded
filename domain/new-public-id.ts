const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** Eight characters of Crockford's base 32 drawn by chance: forty bits, enough that two never meet. */
export function newPublicId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => letters[byte % 32]).join("");
}
