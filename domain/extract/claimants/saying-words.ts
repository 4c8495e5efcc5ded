import type { ReadingLanguage } from "../proposal";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** French verbs of saying in -er, by their stem: "annonc" gives annonce, annoncent, annonçait, annoncé, annonçant. */
const stems =
  set(`annonc affirm declar assur indiqu precis revendiqu estim rapport ajout expliqu confirm ni signal
  soulign recens denombr evalu evoqu parl revel avanc martel denonc insist rappel inform chiffr constat proclam clam
  jug calcul document repet detaill resum not mentionn communiqu attribu post deplor regrett racont temoign observ attest compt tabl
  verifi felicit enumer decompt jur totalis accus`);
const singular = ["e", "ait"];
const plural = ["ent", "aient"];

const irregular = {
  finite:
    set(`dit disent disait disaient dement dementent reconnait reconnaissent reconnaissait admet admettent
    admettait soutient soutiennent soutenait pretend pretendent pretendait ecrit ecrivent maintient maintiennent maintenait
    promet promettent promettait prevoit prevoient prevoyait entend entendent engage engagent souvient souviennent`),
  participle: set(
    "maintenu promis dit dementi reconnu admis soutenu pretendu ecrit averti prevenu repondu concede inscrit fait",
  ),
  gerund: set("disant reconnaissant soutenant pretendant admettant"),
};

const stemWith = (word: string, endings: readonly string[]) =>
  endings.some((ending) => word.endsWith(ending) && stems.has(word.slice(0, -ending.length)));

/** "annonce", "affirment", "disait": a French verb of saying in the present or the imperfect. */
export const isFrenchFinite = (word: string): boolean =>
  irregular.finite.has(word) ||
  // "compte" and "note" say nothing by themselves: a village counts inhabitants.
  (stemWith(word, [...singular, ...plural]) && !/^(?:compt|rapporte$|post)/.test(word)) ||
  word === "rapporte" ||
  word === "rapportent";

/** An army advances too: "avancer" says something only of a number or a clause. */
export const isAdvance = (word: string): boolean => word.startsWith("avanc");

/** "annoncé", "déclaré", "dit": after an auxiliary. */
export const isFrenchParticiple = (word: string): boolean =>
  irregular.participle.has(word) || stemWith(word, ["e"]);

/** "revendiqués" before "par". */
export const isFrenchPassive = (word: string): boolean =>
  (stemWith(word, ["e", "es", "ee", "ees"]) && !/^(?:verifi|felicit|jur|totalis)/.test(word)) ||
  /^publie(?:e|s|es)?$|^avancee?s?$|^fournie?s?$|^donnee?s?$/.test(word);

export const isFrenchGerund = (word: string): boolean =>
  irregular.gerund.has(word) || stemWith(word, ["ant", "eant"]);

export const frenchAuxiliaries = set("a ont avait avaient aurait auraient");
export const frenchPasserby =
  set(`egalement aussi encore deja ainsi cependant toutefois ensuite par ailleurs de son
  sa leur part pour cote quant a lui elle eux nouveau notamment en outre meme depuis , fois plus tard tot dit`);
export const clitics = set("l' le la les en y lui leur nous vous m' me s' se t' i'");

const estimating = set(
  "estime estiment estimait estimaient estimant evalue evaluent evaluait evaluaient evaluant estimated estimates estimate estimating assessed assesses assess calculated calculates reckons reckon",
);

/** Whether the word says that its subject estimates rather than claims. */
export const isEstimating = (word: string): boolean => estimating.has(word);

/** French verbs that say something only as used here: what stands before them, and what after. */
const conditions: readonly {
  readonly verb: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
}[] = [
  { verb: /^felicit/, before: /^(?:se|s')$/ },
  { verb: /^engag/, before: /^s'$/, after: /^a$/ },
  { verb: /^souvien/, before: /^(?:se|s')$/, after: /^(?:d'|de|que|qu')$/ },
  { verb: /^entend/, after: /(?:er|ir|oir|re)$/ },
  { verb: /^mainten[au]|^maintien/, after: /^(?:que|qu'|avoir)$/ },
  { verb: /^accus/, after: /^(?!(?:un|une|le|la|par)$)/ },
];

/** Whether a French verb says something between these two words: "s'engage à", never "engage 300 hommes". */
export const saysBetween = (verb: string, before: string, after: string): boolean =>
  conditions
    .filter((one) => one.verb.test(verb))
    .every((one) => (one.before?.test(before) ?? true) && (one.after?.test(after) ?? true));

/** What must follow an English verb that mostly says nothing: "found that", never "found 12 bodies". */
const follows: Readonly<Record<string, RegExp>> = {
  found: /^that$/,
  finds: /^that$/,
  recall: /^(?:that|how|.{3,}ing)$/,
  recalled: /^(?:that|how|.{3,}ing)$/,
  recalls: /^(?:that|how|.{3,}ing)$/,
  plan: /^to$/,
  plans: /^to$/,
  planned: /^to$/,
  spoke: /^of$/,
  speaks: /^of$/,
  accused: /^(?!of$)/,
  promised: /^(?!to be$)/,
};

/** Whether an English verb says something before this word. */
export const saysBefore = (verb: string, after: string): boolean => follows[verb]?.test(after) ?? true;

/** English verbs of saying. Those that are nouns as well need a plural or known subject. */
export const englishSaying =
  set(`said says claimed claims reported announced announces estimated estimates stated
  confirmed confirms told tells added adds noted notes wrote writes insisted insists acknowledged acknowledges
  admitted admits denied denies asserted asserts declared declares warned warns revealed reveals disclosed discloses
  put puts assessed assesses maintained maintains alleged alleges conceded calculated recorded counted predicts
  expects reckons boasted posted verified verifies recalled recalls promised promises pledged pledges vowed accused
  accuses found finds documented documents listed lists plans planned spoke speaks believes
  thinks suspects`);
export const englishPlain = set(
  "say claim report announce estimate tell put confirm insist acknowledge deny assess expect maintain recall promise plan believe think suspect",
);
export const englishPassive =
  set(`claimed reported announced estimated stated confirmed released published given
  provided disclosed issued cited quoted compiled recorded`);
export const englishGerund = set(
  "saying claiming adding reporting stating announcing asserting insisting noting",
);
export const englishAuxiliaries = set("has have had");
export const englishAdverbs = set(
  "also later earlier since reportedly repeatedly previously then now separately recently already",
);

/** What shows that a sentence passes on another's words: "citing", "qui cite". */
export const citing: Readonly<Record<ReadingLanguage, ReadonlySet<string>>> = {
  fr: set("citant cite"),
  en: set("citing quoting"),
};
/** "responsables cités par", "officials quoted by". */
export const cited: Readonly<Record<ReadingLanguage, ReadonlySet<string>>> = {
  fr: set(
    "cite cites citee citees interroge interroges interrogee interrogees joint joints contacte contactes",
  ),
  en: set("cited quoted interviewed contacted"),
};

/** Words where another clause begins, so that what is said before no longer holds. */
export const newClause: Readonly<Record<ReadingLanguage, RegExp>> = {
  fr: /^(?:tandis que?'?|alors que?'?|mais|quand|bien que?'?|pendant que?'?)$/,
  en: /^(?:while|whereas|but|although|though)$/,
};

/** After a verb of saying with a plain object, what follows these is the setting, not what was said. */
export const setting: Readonly<Record<ReadingLanguage, ReadonlySet<string>>> = {
  fr: set("apres malgre lors depuis suite devant"),
  en: set("after despite following amid since"),
};

/** Names of places where people post, whatever the lexicon knows. */
export const platforms = set("facebook telegram twitter instagram tiktok youtube truth vkontakte x");

/** What a name of a newspaper or a wire is told by, where the lexicon does not know it. */
export const isOutletWord = (word: string): boolean =>
  /^(?:times|post|journal|monde|figaro|reuters|agence|chaine|quotidien|news|tv|radio|guardian|independent|gazette|tribune|herald|express|magazine|press|presse|bbc|cnn|afp|rfi|parisien|liberation|bloomberg|economist|telegraph|spiegel|interfax|tass|unian|ukrinform|novosti)$/.test(
    word,
  );
