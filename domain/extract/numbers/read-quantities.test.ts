import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReadingLanguage } from "../proposal";
import { contextIn, figuresIn, readIn } from "./numbers.fixture";
import { readQuantities } from "./read-quantities";

type Case = readonly [text: string, figures: readonly string[]];

const cases: Record<ReadingLanguage, readonly Case[]> = {
  fr: [
    ["L’armée a abattu 109 des 143 drones.", ["109: = 109 drone", "143: = 143 drone"]],
    ["Pas moins de 50 000 jeunes soldats sont là.", ["50 000: >= 50000 soldier"]],
    ["Plus d’une vingtaine de drones.", ["une vingtaine: > 20.. drone"]],
    ["Des dizaines de milliers de soldats.", ["Des dizaines de milliers: ~ words soldier"]],
    ["Environ un cinquième du territoire.", ["un cinquième: ~ 20 percent share"]],
    ["Soit deux tiers de moins que prévu.", ["deux tiers: = 66.67 percent change"]],
    ["Entre 2.000 et 4.000 soldats.", ["2.000 et 4.000: range 2000..4000 soldier"]],
    ["Ils seraient 50-60 000 soldats.", ["50-60 000: range 50000..60000 soldier"]],
    ["Plus de 10 000 et moins de 12 000 soldats.", ["10 000 et moins de 12 000: range 10000..12000 soldier"]],
    ["Passés de 100 à 250 drones.", ["100: = 100 drone", "250: = 250 drone"]],
    ["Une moyenne de 1 500 soldats par jour.", ["1 500: = 1500 soldier average per day"]],
    ["Un total de 78 drones.", ["78: = 78 drone total"]],
    ["Depuis le début de l’invasion, 876 000 soldats.", ["876 000: = 876000 soldier cumulative"]],
    ["Une attaque de 343 drones, la plus importante depuis le début du conflit.", ["343: = 343 drone"]],
    ["Elle ne contrôle plus que 500 km².", ["500: <= 500 km2"]],
    [
      "9 chars (+7) et 1 250 soldats (+1 200)",
      ["9: = 9 chars", "7: = 7 chars change", "1 250: = 1250 soldier", "1 200: = 1200 soldier change"],
    ],
    [
      "Les drones: 164 416. Les avions de combat: 435.",
      ["164 416: = 164416 drone", "435: = 435 avions de combat"],
    ],
    ["Un mort et trois blessés.", ["Un: = 1 mort", "trois: = 3 blessés"]],
    ["60 drones, dont 32 au nord et 11 ailleurs.", ["60: = 60 drone", "32: = 32 drone", "11: = 11 drone"]],
    [
      "2,5 milliards d’euros et 6,3 % du PIB.",
      ["2,5 milliards: = 2500000000 euro", "6,3: = 6.3 percent share"],
    ],
    ["1 500 soldats au moins, 300 drones environ.", ["1 500: >= 1500 soldier", "300: ~ 300 drone"]],
    ["300 soldats et au moins 20 drones.", ["300: = 300 soldier", "20: >= 20 drone"]],
    ["Ils ont repris deux localités et visité trois musées.", ["deux: = 2 locality"]],
    ["Au moins quelque 300 soldats.", ["300: >= 300 soldier"]],
    ["Soit 500 km 2 et 20 p. 100.", ["500: = 500 km2", "20: = 20 percent share"]],
    ["Elle n’a d’environ que 14 000 soldats.", ["14 000: ~ 14000 soldier"]],
    ["Le solde passe de -1 à -0,8.", ["1: = -1 none change", "0,8: = -0.8 none change"]],
    [
      "Les deux tiers des drones, un drone sur cinq.",
      ["deux tiers: = 66.67 percent share", "un drone sur cinq: = 20 percent share"],
    ],
    ["Plus d’un demi-million de soldats.", ["un demi-million: > 500000 soldier"]],
    ["L’action a pris 3,2 % à 412 euros.", ["3,2: = 3.2 percent share", "412: = 412 euro"]],
    [
      "Entre 10 % et 15 % des cas, soit 10 % à 15 %.",
      ["10 % et 15: range 10..15 percent share", "10 % à 15: range 10..15 percent share"],
    ],
    ["Elle en a intercepté 36 au-dessus de quatre régions.", ["36: = 36 none", "quatre: = 4 régions"]],
    ["Les stocks sont au-dessus de 40 tonnes.", ["40: > 40 tonne"]],
    ["Ils sont moins que les 150 000 soldats attendus.", ["150 000: = 150000 soldier"]],
    ["Plus de la moitié avaient fui.", ["la moitié: > 50 percent share"]],
    ["La moitié nord du pays est sans eau.", []],
    [
      "Un vingt-cinquième du territoire et les 3/4 des villages.",
      ["Un vingt-cinquième: = 4 percent share", "3/4: = 75 percent share"],
    ],
    [
      "Un habitant sur 20 est parti, 1 enfant sur 3 aussi.",
      ["Un habitant sur 20: = 5 percent share", "1 enfant sur 3: = 33.33 percent share"],
    ],
    ["Un contrat sur 3 ans pour 20 drones.", ["20: = 20 drone"]],
    ["Il cite aussi trois chars.", ["trois: = 3 chars"]],
    ["Ils sont répartis dans six stations.", ["six: = 6 stations"]],
    ["Elle dit que 7 de ses voisins sont morts.", ["7: = 7 voisins"]],
    ["Les + Lus50 000 soldats rassemblés.", ["50 000: = 50000 soldier"]],
  ],
  en: [
    ["Russia shot down 142 of 188 drones.", ["142: = 142 drone", "188: = 188 drone"]],
    [
      "It killed at least 14 people, including two children, wounding 37.",
      ["14: >= 14 people", "two: = 2 children", "37: = 37 children"],
    ],
    ["Some 10,000 to 12,000 soldiers.", ["10,000 to 12,000: range 10000..12000 soldier"]],
    ["The count rose from 100 to 250 drones.", ["100: = 100 drone", "250: = 250 drone"]],
    [
      "Nearly a third of them left; one in three stayed.",
      ["a third: ~ 33.33 percent share", "one in three: = 33.33 percent share"],
    ],
    ["An average of 1,500 soldiers a day.", ["1,500: = 1500 soldier average per day"]],
    ["1,500 soldiers a day after the attack.", ["1,500: = 1500 soldier"]],
    [
      "Up to 50K soldiers, 500+ drones, 200 or more tanks.",
      ["50K: <= 50000 soldier", "500: >= 500 drone", "200: >= 200 tanks"],
    ],
    ["It pledged $61 billion and £3m.", ["61 billion: = 61000000000 dollar", "3m: = 3000000 pound-sterling"]],
    ["Control over 500 square kilometers.", ["500: = 500 km2"]],
    [
      "Over 500 square kilometers, 90sqkm, 1,000sq km.",
      ["500: > 500 km2", "90: = 90 km2", "1,000: = 1000 km2"],
    ],
    ["It fired 20 drones and three missiles.", ["20: = 20 drone", "three: = 3 missiles"]],
    ["It struck a depot, a school and three bridges; two bridges held.", ["three: = 3 bridges"]],
    ["It lost men while holding on in three places.", []],
    ["A man died, and seven others who were wounded.", ["seven: = 7 none"]],
    ["Both sides handed over 50 people.", ["50: = 50 people"]],
    ["Nine out of the 15 victims.", ["Nine: = 9 victims", "15: = 15 victims"]],
    ["The 300-strong unit and 18 ground-launched missiles.", ["300: = 300 none", "18: = 18 missiles"]],
    ["Five missiles and 60 drones flew.", ["Five: = 5 missiles", "60: = 60 drone"]],
    ["It got 31 Abrams tanks.", ["31: = 31 tanks"]],
    ["tanks – 10,240 (+7)", ["10,240: = 10240 tanks", "7: = 7 tanks change"]],
    ["Seven were killed and nineteen injured.", ["Seven: = 7 none", "nineteen: = 19 injured"]],
    ["An estimated 40K drones; hundreds of drones.", ["40K: ~ 40000 drone", "hundreds: ~ words drone"]],
    ["Capacity went from 25 % to 34,500 metric tons.", ["25: = 25 percent share", "34,500: = 34500 tonne"]],
    ["Between 3 and 5 % of them left.", ["3 and 5: range 3..5 percent share"]],
    ["Its crews downed 97 drones over six regions.", ["97: = 97 drone", "six: = 6 regions"]],
    ["It fired 20 drones in a day and 30 drones within a month.", ["20: = 20 drone", "30: = 30 drone"]],
    ["It fires 20 drones a month.", ["20: = 20 drone per month"]],
    ["Over 40 regions reported cases.", ["40: > 40 regions"]],
    [
      "It drafted 133,000 men, fewer than the 150,000 called up before.",
      ["133,000: = 133000 men", "150,000: = 150000 men"],
    ],
    ["It rose to more than the 500 mark.", ["500: > 500 none"]],
    [
      "64.4m tonnes, 3m people, £2.5m, $1.2b and €3m.",
      [
        "64.4m: = 64400000 tonne",
        "3m: = 3000000 people",
        "2.5m: = 2500000 pound-sterling",
        "1.2b: = 1200000000 dollar",
        "3m: = 3000000 euro",
      ],
    ],
    [
      "One fifth of them left, 1 in 5 stayed, 3/4 of the drones fell.",
      ["One fifth: = 20 percent share", "1 in 5: = 20 percent share", "3/4: = 75 percent share"],
    ],
    ["They are housed in six stations.", ["six: = 6 stations"]],
    ["They have two dozen drones.", ["two dozen: = 24 drone"]],
  ],
};

describe.each(["fr", "en"] as const)("in %s", (language) => {
  test.each(cases[language])("%s", (text, figures) => {
    expect(figuresIn(language, text)).toEqual(figures);
  });
});

test("keeps the words of a cue as printed, a split one with its gap", () => {
  const [split] = readIn("fr", "Elle ne contrôle plus que 500 km².");
  expect(split?.quantity.cue?.words).toBe("ne … plus que");
  const [plain] = readIn("fr", "Près\u00a0de 88 villages.");
  expect(plain?.quantity.cue?.words).toBe("Près\u00a0de");
});

test("names the rules behind a score", () => {
  const [reading] = readIn("en", "About 500 drones.");
  expect(reading?.because).toEqual(["digits", "known unit", "bound"]);
});

test("offsets are those of the text, not of the sentence", () => {
  const text = "Une phrase. Environ 500 drones.";
  const [reading] = readQuantities(text, { start: 12, end: text.length }, contextIn("fr"));
  const { number, cue, unit } = reading!.quantity;
  expect([number, cue!, unit!].map(({ start, end }) => text.slice(start, end))).toEqual([
    "500",
    "Environ",
    "drones",
  ]);
});

const pieces = fc.constantFrom(
  ..."12 3 1.500 1,5 50 000 2024 deux cent mille une vingtaine dizaines de milliers un tiers one in three half".split(
    " ",
  ),
  ..." , . ; : - – / ( ) + % € $ @ # « » ' ’ \u00a0 \u202f \n".split(" "),
  ..."drones km² soldats par jour entre et à plus de about over ne que mars May Leopard XNUMX http://a HX-".split(
    " ",
  ),
);

test("no text throws, and every span lies within its sentence", () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
    fc.array(pieces).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom("fr" as const, "en" as const), (text, language) => {
      let last = 0;
      for (const { quantity, score } of readIn(language, text)) {
        const { number, cue, unit } = quantity;
        expect(number.start).toBeGreaterThanOrEqual(last);
        last = number.end;
        for (const span of [number, cue, unit])
          if (span) expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test.each(["7", "123 ", "1.000.", "@", "a@", "mille "])("a very long row of %j is read through", (piece) => {
  const text = piece.repeat(5_000);
  expect(readIn("fr", text).every(({ score }) => score <= 1)).toBe(true);
});
