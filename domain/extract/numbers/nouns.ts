import type { ReadingLanguage } from "../proposal";

/** Words that end the search for what a number counts: no noun is counted across them. Folded. */
const words = (list: string) => new Set(list.split(" "));

export const stops: Readonly<Record<ReadingLanguage, ReadonlySet<string>>> = {
  fr: words(
    "le la les un une des au aux et ou mais donc or ni car que qui quoi dont lorsque quand si comme dans sur sous vers chez par pour en avec sans contre entre depuis pendant durant avant apres selon malgre plus moins pas jamais lors ont est sont etait etaient avait avaient a ete ce cette ces son sa ses leur leurs il elle ils elles on nous vous se ne y alors ainsi aussi ensuite puis dès des auraient aurait seraient serait soit devant derriere parmi environ apres-midi",
  ),
  en: words(
    "the a an and or but nor that which who whom whose when while if as in on at by for from with without against between since during before after according despite more less fewer than is are was were be been being has have had will would could may might its their his her this these those it they he she we you to into onto over under across toward towards near about around then also so because although though following including killed wounded injured captured destroyed said told shot down launched struck hit not did do does can should of per",
  ),
};

/** English words in -s that are no plurals, and French ones that no number counts. */
export const notPlural: Readonly<Record<ReadingLanguage, ReadonlySet<string>>> = {
  fr: words(
    "dans sans sous vers apres depuis tres plus moins pas jamais lors alors ainsi puis mais dont toujours ailleurs jusque hors chaque fois dollars as pres des",
  ),
  en: words(
    "is was has its this his us as yes various previous serious russian's ukraine's across towards always less perhaps besides unless thus plus",
  ),
};

/** English plurals without an s. */
export const bareplurals = words(
  "people men women children troops personnel dead wounded injured missing killed captured aircraft helicopters servicemen servicewomen policemen firefighters infantry police cattle sheep fish crew staff vessels policewomen",
);

/** French adjectives that stand between a number and its noun. */
export const beforeNoun = words(
  "nouveaux nouvelles nouvelle nouveau autres autre grands grandes gros grosses petits petites bons bonnes jeunes vieux vieilles anciens anciennes premiers premieres derniers dernieres prochains prochaines beaux belles mauvais hauts hautes longs longues principaux principales seuls seules simples vastes supposes presumes futurs futures importants importantes violents violentes meilleurs meilleures pauvres malheureux",
);
