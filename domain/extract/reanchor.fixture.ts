import type { OldAnchor } from "./reanchor";

/** A made-up article with a headline printed twice and sentences of one mould. */
export const article = `Nuit agitée dans la vallée de l’Orme : 47 drones abattus

Nuit agitée dans la vallée de l’Orme : 47 drones abattus
La préfecture de Valbrune a fait le point jeudi matin. Selon le colonel M. Ardant, 47 drones sur 61 ont été abattus au-dessus du plateau. Les autres seraient tombés « sans faire de victimes », a-t-il précisé.

L’armée de terre affirme tenir 1 500 km² au nord de la rivière, contre 2 300 km² au printemps. Elle dit avoir perdu 12 chars lundi près du pont. Elle dit avoir perdu 14 chars mardi près du moulin. Aucun bilan indépendant ne confirme ces pertes.

Les habitants du bourg, eux, attendent toujours le retour de l’eau courante. Près de 8 000 personnes dorment encore dans les écoles, d’après la Croix-Verte. Le maire a promis trois nouvelles citernes avant la fin du mois. La route du col restera fermée jusqu’à dimanche.`;

/** The anchor of a sentence of a text, as a source version would keep it. */
export function anchorOf(text: string, sentence: string, number: string, from = 0): OldAnchor {
  const sentenceStart = text.indexOf(sentence, from);
  const numberStart = sentence.indexOf(number);
  if (sentenceStart < 0 || numberStart < 0) throw new Error(`no such words: ${sentence} / ${number}`);
  const sentenceEnd = sentenceStart + sentence.length;
  return {
    sentence,
    prefix: text.slice(Math.max(0, sentenceStart - 32), sentenceStart),
    suffix: text.slice(sentenceEnd, sentenceEnd + 32),
    sentenceStart,
    numberStart,
    numberEnd: numberStart + number.length,
  };
}
