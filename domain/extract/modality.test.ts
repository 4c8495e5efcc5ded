import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessModality } from "./modality";

/** Any UTF-16 units at all, halves of characters included; fast-check's own "binary" takes seconds to set up. */
const anyText = (maxLength: number) =>
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength });

const read = (language: "fr" | "en", sentence: string, number: string) => {
  const { modality, hearsay } = guessModality(sentence, sentence.indexOf(number), language);
  return `${modality.value}${hearsay.value ? ", hearsay" : ""}`;
};

describe("how firmly it is said", () => {
  test.each([
    ["Kiev a annoncé avoir intercepté 130 drones.", "130", "claimed"],
    ["Les Russes auraient subi de lourdes pertes, 1 500 soldats par jour.", "1 500", "estimated, hearsay"],
    ["Selon la presse, 300 soldats seraient encerclés.", "300", "estimated, hearsay"],
    ["L’usine emploierait 900 personnes.", "900", "estimated, hearsay"],
    ["Le stock atteindrait 40 tonnes.", "40", "estimated, hearsay"],
    ["Kiev affirme que l’ennemi aurait perdu 700 hommes.", "700", "claimed, hearsay"],
    ["L’attaque pourrait faire 1 000 morts.", "1 000", "claimed"],
    ["Le bilan aurait pu atteindre 90 morts.", "90", "claimed"],
    ["Si le pont cédait, 40 villages seraient isolés.", "40", "claimed"],
    ["Elle a annoncé qu’elle allait produire 6 000 drones.", "6 000", "announced"],
    ["Elle a annoncé qu’elle produirait 6 000 drones.", "6 000", "announced"],
    ["L’entreprise livrera 350 véhicules.", "350", "announced"],
    ["Le gouvernement prévoit 12 centres d’accueil.", "12", "announced"],
    ["Le groupe annonce la suppression de 1 200 postes.", "1 200", "announced"],
    ["Berlin s’engage à livrer 12 canons.", "12", "announced"],
    ["Le maire entend reconstruire 400 logements.", "400", "announced"],
    ["Londres chiffre les pertes russes à 1 100 hommes.", "1 100", "estimated"],
    ["L’ONU estime que 2 500 personnes sont touchées.", "2 500", "estimated"],
    ["Le nombre de cas est évalué à 2 500.", "2 500", "estimated"],
    ["Le ministère a confirmé la mort de 14 soldats.", "14", "confirmed"],
    ["Le chiffre de 14 morts n’a pas été confirmé.", "14", "claimed"],
    ["Moscou a démenti avoir perdu 300 hommes.", "300", "denied"],
    ["Moscou nie avoir perdu 300 hommes.", "300", "denied"],
    ["L’armée montrait 20 chars et livrait 30 canons.", "20", "claimed"],
    ["On tirait 200 obus, qui ouvraient la route.", "200", "claimed"],
    ["Kiev tient 500 km², mais l’offensive pourrait échouer.", "500", "claimed"],
    ["Elle a perdu 500 km², alors que l’ennemi en aurait perdu 20.", "500", "claimed"],
    ["Elle a perdu 500 km², alors que l’ennemi en aurait perdu 20.", "20", "estimated, hearsay"],
    ["Les caméras de l’opéra ont filmé 300 manifestants.", "300", "claimed"],
  ])("%s (%s): %s", (sentence, number, expected) => {
    expect(read("fr", sentence, number)).toBe(expected);
  });

  test.each([
    ["Ukraine said it had shot down 130 drones.", "130", "claimed"],
    ["Russia reportedly lost 1,500 soldiers a day.", "1,500", "estimated, hearsay"],
    ["The plant is said to employ 900 people.", "900", "estimated, hearsay"],
    ["Kyiv claims the enemy allegedly lost 700 men.", "700", "claimed, hearsay"],
    ["The maker said it will deliver 350 vehicles.", "350", "announced"],
    ["The company announced the delivery of 350 vehicles.", "350", "announced"],
    ["Germany plans to deliver 12 guns.", "12", "announced"],
    ["Losses due to fire reached 12 homes.", "12", "claimed"],
    ["A count putting the dead at 1,100 was published.", "1,100", "estimated"],
    ["The army put 1,100 men at the border.", "1,100", "claimed"],
    ["The UN estimates that 2,500 people are affected.", "2,500", "estimated"],
    ["Some 10,000 soldiers are believed to be there.", "10,000", "estimated"],
    ["The ministry confirmed 14 deaths.", "14", "confirmed"],
    ["The figure of 14 deaths could not be verified.", "14", "claimed"],
    ["Moscow denied losing 300 men.", "300", "denied"],
    ["Kyiv holds 500 square kilometres, but the enemy will attack.", "500", "claimed"],
  ])("%s (%s): %s", (sentence, number, expected) => {
    expect(read("en", sentence, number)).toBe(expected);
  });
});

test("any text at all is read, in time that grows with it alone", () => {
  fc.assert(
    fc.property(anyText(100), fc.nat(300), (text, at) => {
      for (const language of ["fr", "en"] as const) {
        const { modality, hearsay } = guessModality(text, at, language);
        expect(modality.sure > 0 && modality.sure <= 1 && hearsay.sure > 0 && hearsay.sure <= 1).toBe(true);
      }
    }),
  );
});
