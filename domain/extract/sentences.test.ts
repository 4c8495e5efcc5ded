import { array, constantFrom, nat, oneof, property, string, assert as thatFor } from "fast-check";
import { expect, test } from "vitest";
import type { ReadingLanguage } from "./proposal";
import { sentencesOf } from "./sentences";

const read = (text: string, language: ReadingLanguage) =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

/** "|" stands where one sentence ends and the next begins. */
const cases: readonly [ReadingLanguage, string][] = [
  ["fr", "Kiev tient 500 km². |Moscou dément."],
  ["fr", "Le front est calme, selon M. Dupont. |Mme Durand n’en croit rien."],
  ["fr", "Le gén. Syrsky et le Dr Martin ont parlé avec J. Bidon et J.-P. Martin."],
  ["fr", "« Que ferons-nous ? » demande-t-il. |« Rien. » |Puis il part."],
  ["fr", "« Nous tenons. » |Il n’a rien ajouté."],
  ["fr", "« Nous tenons. », a-t-il dit."],
  ["fr", "Refus net dès le lendemain.|« Nous tenons », dit-il."],
  ["fr", "Les drones sont déployés.|Les pertes sont lourdes.|L’armée se tait."],
  ["fr", "Attaque massive, dont des blindés… |La Russie se prépare"],
  ["fr", "Il y a eu des drones, des missiles… et des chars."],
  ["fr", "Le bilan date de 2024. |50 soldats sont morts depuis."],
  ["fr", "Voir p. 12 et art. 5 du rapport no. 7, env. 500 pages."],
  ["fr", "L’O.T.A.N. Pacte se réunit en févr. 2025."],
  ["fr", "Ils partent pour les U.S. |Mais rien ne presse."],
  ["fr", "La ligne tient. |https://example.org/a.Bc |"],
  ["fr", "La ligne tient. |pic.twitter.com/abc"],
  ["en", "See http://a.org/pq?RQT=305&SQ=issn%280024!Next?Then=1 for more. |It holds."],
  ["fr", "Voir https://a.org/Liste.Complete?Page=3. |La suite vient."],
  ["fr", "Un message de @poste https://example.org/statut."],
  ["fr", "Pertes : 1.200 hommes, 3,5 millions d’obus et 2.5 tonnes."],
  ["fr", "Il a dit […] que tout allait bien. |[…] Puis rien."],
  ["en", "Kyiv holds 500 sq km. |Moscow denies it."],
  ["en", "Gen. Smith met Lt. Col. Jones in St. Mary. |They left at 5 p.m. |The talks go on."],
  ["en", "The strike came at 5 a.m. Monday near the U.S. Embassy."],
  ["en", "He left the U.S. |It was late."],
  ["en", "On Aug. 6, No. 5 fell; approx. 40 were hurt."],
  ["en", "“We hold.” |He said no more."],
  ["en", "“Do we hold?” he asked."],
  ["en", "Losses rose in 2024. |12 tanks burned."],
  ["en", "1. The first drone |2. The second drone |3. The last"],
  ["en", "Brigade 5 and version 2. The rest is noise.".replace("2. ", "2. |")],
  ["en", "Write to Ann.Lee@example.org or look at www.example.org/News.Html today."],
  ["en", "They were a good team, you and I. |Did it hold?"],
  ["en", "Wait . . . I did not see it."],
];

test.each(cases)("%s: %s", (language, marked) => {
  const expected = marked.split("|").map((sentence) => sentence.trim());
  expect(read(marked.replaceAll("|", ""), language)).toEqual(expected.filter((sentence) => sentence !== ""));
});

test("a line end always ends a sentence, and offsets count from the start of the text", () => {
  const text = "  Titre sans point\n\n\tKiev tient\nbon.  ";
  expect(sentencesOf(text, "fr")).toEqual([
    { start: 2, end: 18 },
    { start: 21, end: 31 },
    { start: 32, end: 36 },
  ]);
});

test("a line without an end is cut at a blank, never inside a character", () => {
  const words = read("drone ".repeat(2_000), "en");
  expect(words.every((piece) => piece.length <= 2_000 && /^drone.*drone$/.test(piece))).toBe(true);
  const faces = read(`a${"😀".repeat(6_000)}`, "en");
  expect(faces.every((piece) => !/\p{Surrogate}/u.test(piece))).toBe(true);
  expect(faces.join("")).toHaveLength(12_001);
});

test("a sentence end lying across two windows is still found", () => {
  const text = `${"Kyiv holds the line. ".repeat(600)}`;
  expect(new Set(read(text, "en"))).toEqual(new Set(["Kyiv holds the line."]));
});

const bits = constantFrom(
  ". ",
  "…",
  "« ",
  " »",
  "M. ",
  "U.S. ",
  "A",
  "b ",
  "12",
  "\n",
  "\u00a0",
  "• 1. ",
  "?!",
  "www.a",
  "😀",
  ")",
);
const text = array(
  oneof(bits, string({ unit: nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 5 })),
  { maxLength: 60 },
).map((all) => all.join(""));

test("sentences stand in order, hold no blank edge, and together hold all that is not blank", () => {
  thatFor(
    property(text, constantFrom<ReadingLanguage>("fr", "en"), (sample, language) => {
      let from = 0;
      for (const { start, end } of sentencesOf(sample, language)) {
        expect(sample.slice(from, start).trim()).toBe("");
        expect(sample.slice(start, end)).toBe(sample.slice(start, end).trim());
        expect(end).toBeGreaterThan(start);
        from = end;
      }
      expect(sample.slice(from).trim()).toBe("");
    }),
    { numRuns: 100 },
  );
});
