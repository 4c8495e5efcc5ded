/**
 * The same function, remembering its last answer: a sentence's numbers are asked about one after another, and what its
 * words say by themselves need be read only once.
 *
 * @param read pure; its answer is handed out again, so nobody may change it
 */
export function keepLast<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  let last: { readonly text: string; readonly answer: Answer } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, answer: read(text) };
    return last.answer;
  };
}
