import { constantFrom, integer, nat, property, string, assert as thatFor } from "fast-check";
import { describe, expect, test } from "vitest";
import { reanchor, reanchorAll } from "./reanchor";
import { anchorOf, article } from "./reanchor.fixture";

const headline = "Nuit agitée dans la vallée de l’Orme : 47 drones abattus";
const shot = "Selon le colonel M. Ardant, 47 drones sur 61 ont été abattus au-dessus du plateau.";
const held = "L’armée de terre affirme tenir 1 500 km² au nord de la rivière, contre 2 300 km² au printemps.";
const monday = "Elle dit avoir perdu 12 chars lundi près du pont.";
const tuesday = "Elle dit avoir perdu 14 chars mardi près du moulin.";
const asleep = "Près de 8 000 personnes dorment encore dans les écoles, d’après la Croix-Verte.";
const tanks = "Le maire a promis trois nouvelles citernes avant la fin du mois.";

const find = (sentence: string, number: string, text: string) => {
  const {
    found,
    sentence: span,
    number: at,
    why,
  } = reanchor(anchorOf(article, sentence, number), text, "fr");
  const words = (of: typeof span) => of && text.slice(of.start, of.end);
  return { found, sentence: words(span), number: words(at), why };
};

const edit = (from: string, to: string) => {
  expect(article.split(from)).toHaveLength(2);
  return article.replace(from, to);
};

describe("reads the same", () => {
  test.each([
    ["nothing changed", article],
    [
      "a paragraph inserted above",
      `Mis à jour à 9 heures.\n\n${"Un rappel des faits. ".repeat(30)}\n\n${article}`,
    ],
    ["no-break spaces", article.replaceAll(" km²", "\u00a0km²").replaceAll("1 500", "1\u202f500")],
    ["straight apostrophes", article.replaceAll("’", "'")],
    ["km² as km2", article.replaceAll("²", "2")],
    ["lines joined", article.replaceAll("\n", " ")],
    ["broken inside the sentence", edit("au nord de la", "au nord\nde la")],
    ["moved to the end", `${edit(`${held} `, "")}\n\n${held}`],
    ["all else removed", held],
  ])("%s", (_, text) => {
    const { found, sentence, number } = find(held, "1 500", text);
    expect(found).toBe("same");
    expect(sentence?.replace(/\s/g, " ")).toMatch(/^L.armée de terre .* au printemps\.$/);
    expect(number?.replace(/\s/g, " ")).toBe("1 500");
  });

  test("a number without its grouping space is the same number", () => {
    expect(find(held, "1 500", article.replace("1 500", "1500"))).toMatchObject({
      found: "same",
      number: "1500",
    });
  });

  test("of a repeated headline each anchor finds its own", () => {
    const second = article.indexOf(headline, 1);
    const anchors = [anchorOf(article, headline, "47"), anchorOf(article, headline, "47", second)];
    const newText = `Direct\n\n${article}`;
    expect(
      reanchorAll(anchors, newText, "fr").map(({ found, sentence }) => [found, sentence?.start]),
    ).toEqual([
      ["same", 8],
      ["same", 8 + second],
    ]);
  });
});

describe("changed, never passed for the same", () => {
  test.each<[string, string, string, string, string | null]>([
    ["a number", held, "1 500", edit("1 500", "1 400"), "1 400"],
    ["a group of digits", held, "1 500", edit("1 500", "10 500"), "10 500"],
    ["another number of it", held, "1 500", edit("2 300", "2 200"), "1 500"],
    ["a number in words", tanks, "trois", edit("trois nouvelles", "quatre nouvelles"), null],
    ["a word", shot, "47", edit("ont été abattus au-dessus", "ont été détruits au-dessus"), "47"],
    ["a negation", asleep, "8 000", edit("dorment encore", "ne dorment plus"), "8 000"],
    ["a clause added at its end", shot, "47", edit("du plateau.", "du plateau, un bilan provisoire."), "47"],
    ["a clause added at its start", tanks, "trois", edit("Le maire a", "À l’entendre, Le maire a"), "trois"],
    ["a unit", held, "1 500", edit("1 500 km²", "1 500 km"), "1 500"],
    ["a decimal", shot, "47", edit("47 drones sur 61", "47,5 drones sur 61"), "47,5"],
    ["a number cut by a line end", held, "1 500", edit("1 500", "1\n500"), "500"],
    ["split in two", held, "1 500", edit("rivière, contre 2 300", "rivière. Elle en tenait 2 300"), "1 500"],
    [
      "merged with the next",
      monday,
      "12",
      edit("lundi près du pont. Elle dit", "lundi près du pont et"),
      "12",
    ],
    ["a sibling next to it left alone", monday, "12", edit("12 chars", "13 chars"), "13"],
  ])("%s", (_, sentence, number, text, now) => {
    expect(find(sentence, number, text)).toMatchObject({ found: "changed", number: now });
  });

  test("rewritten from end to end in its place", () => {
    const text = edit(
      asleep,
      "La Croix-Verte compte près de 8 000 déplacés, logés pour l’heure dans les écoles.",
    );
    expect(find(asleep, "8 000", text)).toMatchObject({
      found: "changed",
      number: "8 000",
      why: "its words changed",
    });
  });

  test("an edited headline is not taken for its untouched repeat", () => {
    const text = article.replace(headline, headline.replace("47", "52"));
    expect(find(headline, "47", text)).toMatchObject({
      found: "changed",
      number: "52",
      why: "its numbers changed",
    });
  });

  test.each([0, 1, 2])("of three headlines in a row the edited one is told, whichever it is: %i", (which) => {
    const lines = [headline, headline, headline, "La suite tient en une ligne, ou presque."];
    const old = lines.join("\n");
    const anchor = anchorOf(old, headline, "47", which * (headline.length + 1));
    const now = lines.with(which, headline.replace("47", "52")).join("\n");
    expect(reanchor(anchor, now, "fr")).toMatchObject({
      found: "changed",
      sentence: { start: anchor.sentenceStart },
    });
    expect(reanchor(anchor, old, "fr")).toMatchObject({
      found: "same",
      sentence: { start: anchor.sentenceStart },
    });
  });

  test("no digit changes unseen", () => {
    const places = [...held.matchAll(/\d/g)].map(({ index }) => index);
    thatFor(
      property(constantFrom(...places), integer({ min: 0, max: 9 }), (at, digit) => {
        const now = `${held.slice(0, at)}${digit}${held.slice(at + 1)}`;
        expect(find(held, "1 500", edit(held, now)).found).toBe(now === held ? "same" : "changed");
      }),
    );
  });
});

describe("gone", () => {
  test.each([
    ["taken out", held, "1 500", edit(`${held} `, "")],
    ["taken out while one of its mould stays", monday, "12", edit(`${monday} `, "")],
    ["the other one", tuesday, "14", edit(`${tuesday} `, "")],
    [
      "replaced by another matter",
      asleep,
      "8 000",
      edit(asleep, "Les cours reprendront mardi dans deux collèges."),
    ],
    ["another text", held, "1 500", "Le marché de Noël ouvrira le 29 novembre. Il comptera 60 chalets."],
    ["no text", held, "1 500", ""],
  ])("%s", (_, sentence, number, text) => {
    expect(find(sentence, number, text)).toMatchObject({ found: "gone", sentence: null, number: null });
  });
});

test("spans lie in the new text, and nothing throws", () => {
  const words = string({ unit: nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 40 });
  thatFor(
    property(words, words, words, words, nat(60), nat(60), (sentence, prefix, suffix, newText, a, b) => {
      const anchor = { sentence, prefix, suffix, sentenceStart: a, numberStart: a, numberEnd: b };
      const text = `${newText} ${sentence}. ${newText}`;
      const { sentence: span, number } = reanchor(anchor, text, "en");
      for (const one of [span, number]) {
        if (one) expect(0 <= one.start && one.start <= one.end && one.end <= text.length).toBe(true);
      }
    }),
  );
});
