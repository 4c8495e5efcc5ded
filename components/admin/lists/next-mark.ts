/** The lowest mark no agent has: shapes and colours are few, and the first ones are told apart best. */
export function nextMark(taken: readonly number[]): number {
  const marks = new Set(taken);
  let mark = 0;
  while (marks.has(mark)) mark++;
  return mark;
}
