import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MarkedSentence } from "./quote";

const text = "Il a évoqué un possible « échange » : environ 20 % du territoire.";
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test("a sentence is set by the rules of its language, within a mark too, and stays what it was to the letter", () => {
  const number = renderToStaticMarkup(<MarkedSentence text={text} spans={[spanOf("20")]} />);
  expect(number).toContain('<span class="tight">« échange » :</span>');
  expect(number).toContain('<mark>20</mark><span class="tight"> %</span>');
  const event = renderToStaticMarkup(
    <MarkedSentence text={text} spans={[spanOf("évoqué un possible « échange »")]} as="b" />,
  );
  expect(event).toContain('<b>évoqué un possible <span class="tight">« échange »</span></b>');
  for (const markup of [number, event]) expect(markup.replace(/<[^>]+>/g, "")).toBe(text);
});
