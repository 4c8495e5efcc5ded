import { describe, expect, test } from "vitest";
import { textFragmentUrl } from "./text-fragment";

const url = "https://press.example/storks";
const words = (sentence: string, prefix = "", suffix = "") => ({ sentence, prefix, suffix });
const sentence = "Près de 1\u00a0500 cigognes, dont l’Observatoire-Est & Cie, nichent.";

/** The text a browser would look for. */
const lookedFor = (href: string) => decodeURIComponent(href.split(":~:text=")[1]!);

describe("the address of a text at a sentence", () => {
  test("encodes every sign the directive is made of", () => {
    const href = textFragmentUrl(url, words(sentence))!;
    const directive = href.slice(`${url}#:~:text=`.length);
    expect(href.startsWith(`${url}#:~:text=`)).toBe(true);
    expect(directive).not.toMatch(/[-,&#\s]/);
    expect(directive).toContain("%2C");
    expect(directive).toContain("%26");
    expect(directive).toContain("%2D");
    expect(lookedFor(href)).toBe(sentence);
  });

  test("tells a long sentence by its first and last words", () => {
    const long = `Alpha beta gamma delta epsilon zeta ${"eta ".repeat(90)}un deux trois quatre cinq six.`;
    const href = textFragmentUrl(url, words(long))!;
    const [start, end] = href.split(":~:text=")[1]!.split(",");
    expect(decodeURIComponent(start!)).toBe("Alpha beta gamma delta epsilon zeta");
    expect(decodeURIComponent(end!)).toBe("un deux trois quatre cinq six.");
    expect(href.length).toBeLessThan(200);
  });

  test("tells a short sentence with the whole words around it", () => {
    const href = textFragmentUrl(url, words("They came - 12.", "lf of it ended. ", " Then they le"))!;
    expect(href).toBe(`${url}#:~:text=of%20it%20ended.-,They%20came%20%2D%2012.,-Then%20they`);
  });

  test("does not look for what stands beyond the end of a line", () => {
    const href = textFragmentUrl(url, words("They came.", "A heading\n", "\nA line below it"))!;
    expect(href).toBe(`${url}#:~:text=They%20came.`);
  });

  test("keeps a fragment and a directive that are there already", () => {
    expect(textFragmentUrl(`${url}?a=1#part-2`, words(sentence))).toMatch(
      /^https:\/\/press\.example\/storks\?a=1#part-2:~:text=Pr/,
    );
    const own = `${url}#:~:text=own`;
    expect(textFragmentUrl(own, words(sentence))).toBe(own);
  });

  test("is none for what is not of the web", () => {
    for (const other of ["javascript:alert(1)", "ftp://press.example/a", "press.example", "", "http://"])
      expect(textFragmentUrl(other, words(sentence)), other).toBeNull();
  });

  test("stands half a character, as a cut may leave it", () => {
    expect(textFragmentUrl(url, words("They came.", "\udd86 so it ended. ", " And \ud83e"))).toContain(
      "text=so%20it",
    );
  });
});
