import type { ReadingLanguage } from "../proposal";

/** The words a claimant is made of and ends at, folded (`fold`), singular. */
export type SpeakerWords = {
  /** Who speaks as a person; a name that follows is the claimant ("le gouverneur Alexeï Smirnov"). */
  readonly people: ReadonlySet<string>;
  /** Bodies and groups that speak; a name that follows belongs to them ("l'institut Varga"). */
  readonly bodies: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** What joins the nouns of one claimant ("ministère de la Défense"). */
  readonly joints: ReadonlySet<string>;
  /** What places a person in one with a name: "officials in Kyiv", "analysts at the institute". */
  readonly seats: ReadonlySet<string>;
  readonly and: string;
  /** What may stand between the article and the noun. */
  readonly before: ReadonlySet<string>;
  /** Where a claimant cannot go on. */
  readonly stops: ReadonlySet<string>;
  /** What makes the noun after it an object, so never who speaks. */
  readonly prepositions: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** Nouns for what somebody published: "according to a count by X" is X, "according to a count" is nobody. */
  readonly papers: ReadonlySet<string>;
  /** The papers that are estimates. */
  readonly estimates: ReadonlySet<string>;
};

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const days = set(
  "lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday",
);
const when = set(
  `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre hier aujourd'hui demain
  matin soir nuit midi apres-midi soiree matinee january february march april june july august september october
  november december yesterday today tomorrow tonight overnight morning evening night afternoon later earlier`,
);

/** Words that only date what is around them, so they may stand anywhere. */
export const isTimeWord = (word: string): boolean => days.has(word) || when.has(word);

const french: SpeakerWords = {
  people: set(`president presidente ministre gouverneur gouverneure maire general generale colonel commandant
    commandante chef cheffe porte-parole directeur directrice responsable depute deputee eurodepute eurodeputee
    senateur senatrice ambassadeur ambassadrice chancelier analyste expert experte chercheur chercheuse historien
    medecin professeur procureur procureure prefet prefete secretaire conseiller conseillere patron patronne
    representant representante blogueur journaliste officier soldat temoin habitant habitante dirigeant dirigeante
    fondateur economiste specialiste vice-president vice-ministre adjoint amiral lieutenant capitaine elu elue
    premier-ministre vice-gouverneur syndicaliste coordinateur coordinatrice opposant combattant commissaire survivant survivante juge avocat avocate sociologue
    politologue epidemiologiste climatologue geologue sismologue pdg scientifique benevole riverain pilote milblogueur
    emissaire negociateur proche infirmier infirmiere villageois envoye correspondant transfuge prisonnier`),
  bodies:
    set(`ministere etat-major armee force troupe gouvernement presidence autorite police gendarmerie prefecture
    parquet mairie municipalite service secour secours agence institut think centre observatoire organisation ong onu
    association syndicat organisateur groupe entreprise societe fabricant constructeur compagnie banque commission
    comite conseil administration marine aviation commandement coalition alliance parti mouvement diplomatie
    renseignement universite hopital bureau office direction departement chambre parlement opposition rebelle insurge
    milice officiel source militaire enqueteur media presse journal quotidien hebdomadaire chaine television radio
    site protection federation union confederation mission delegation brigade regiment bataillon unite garde
    garde-cotes douane pompier secouriste observateur expert analyste specialiste blogueur statisticien fondation
    sapeur-pompier ambassade procureur operateur exploitant producteur assureur rectorat academie tribunal
    defense collectif ligue`),
  articles: set(
    "le la les l' un une des du ce cette ces son sa ses leur leurs notre nos plusieurs certains certaines",
  ),
  joints: set("de du des d' en"),
  seats: set("a"),
  and: "et",
  before: set(
    "haut hauts haute hautes ancien ancienne anciens premier premiere vice principal principaux nouveau nouvelle grand grands petit deux trois jeune m mme mm",
  ),
  stops:
    set(`a ont avait avaient aurait auraient est sont etait etaient sera seront serait fait font ai avons qui que
    qu' dont ou il elle ils elles on je nous vous ne n' se s' y l'on et mais or ni car donc si comme quand lors lorsque
    lorsqu' puisque alors tandis pendant ainsi aussi egalement encore deja plus moins pres environ quelque quelques
    pas tout tous toute toutes cela ceci ca ce c' celui celle ceux celui-ci celle-ci autrement rien beaucoup chacun
    personne nul reste voici cite cites citee citees interroge interroges interrogee joint joints contacte contactes
    publie publies publiee publiees consulte consultes relaye relayes relayee citant cependant toutefois ensuite
    deux trois quatre cinq six sept huit neuf dix vingt trente cent mille dizaine dizaines centaine centaines
    millier milliers million millions lundi`),
  prepositions:
    set(`de du des d' a au aux par sur sous contre dans vers chez avec sans entre pour en selon malgre
    devant apres avant depuis pres face via concernant`),
  pronouns: set("il elle ils elles on lui eux"),
  papers:
    set(`information donnee chiffre estimation evaluation bilan decompte rapport communique calcul analyse etude
    declaration propo propos recit sondage statistique projection comptage releve message publication enquete
    document annonce texte note compte bulletin point`),
  estimates: set("estimation evaluation calcul projection"),
};

const english: SpeakerWords = {
  people:
    set(`president minister governor mayor general colonel commander chief chief-of-staff spokesman spokeswoman
    spokesperson director head deputy senator lawmaker ambassador chancellor analyst expert researcher historian
    doctor professor prosecutor prefect secretary adviser advisor boss representative blogger journalist officer
    soldier witness resident leader founder economist specialist vice-president admiral lieutenant captain councillor
    premier official chairman chairwoman ceo executive editor senator survivor inhabitant coordinator prime-minister commissioner judge lawyer sociologist
    epidemiologist scientist campaigner activist volunteer pilot neighbour milblogger aide envoy negotiator relative nurse
    farmer villager correspondent reporter defector prisoner ombudsman`),
  bodies:
    set(`ministry staff army force troop government presidency authority police prosecutor council agency institute
    think centre center observatory organisation organization ngo un association union organiser organizer group
    company firm manufacturer maker builder bank commission committee administration navy command coalition alliance
    party movement diplomacy intelligence university hospital bureau office department chamber parliament opposition
    rebel insurgent militia source military investigator media press newspaper daily channel television radio site
    protection federation mission delegation brigade regiment battalion unit guard coastguard firefighter rescuer
    worker observer monitor charity foundation embassy operator producer insurer academy court defence defense
    service board watchdog tank regulator paramedic medic pentagon utility
    league collective outlet`),
  articles: set("the a an both its his her their our some several one two three many most"),
  joints: set("of for 's"),
  seats: set("in at from"),
  and: "and",
  before: set("mr mrs ms dr gen col lt sir"),
  stops:
    set(`said says say has have had is are was were be been being will would could should may might must can did do
    does who whom whose which that what it he she they we i you him them and but or nor so if as when while whereas
    although though because since until after before not no only also still just even more less than about around
    nearly almost this these those there here then by to on with from into over under against near between during
    cited citing quoted quoting interviewed contacted speaking told tells reported report reports claimed claims
    announced estimated estimates reportedly meanwhile however instead`),
  prepositions:
    set(`of for in at to on by with from into over under against near between during per about around
    among through across without despite following 's than`),
  pronouns: set("he she it they him her them"),
  papers: set(`count figure data estimate report statement tally study analysis survey document poll statistic
    calculation assessment number message release announcement projection account bulletin toll review`),
  estimates: set("estimate calculation assessment projection"),
};

export const speakerWords: Readonly<Record<ReadingLanguage, SpeakerWords>> = { fr: french, en: english };

/** Whether the word or its singular is in the list. */
export function listed(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  if (word.length <= 3) return false;
  if (word.endsWith("ies")) return words.has(`${word.slice(0, -3)}y`);
  if (word.endsWith("men")) return words.has(`${word.slice(0, -3)}man`);
  return /[sx]$/.test(word) && words.has(word.slice(0, -1));
}

/** What a person is addressed by: dropped before a name. */
export const titles: ReadonlySet<string> = set(
  `m mm mme mr mrs ms dr gen col lt sir president presidente general colonel major minister governor mayor chancellor
  prime premier foreign defence defense secretary senator king queen pope prince admiral captain lieutenant professor
  vice deputy spokesman spokeswoman ministre gouverneur maire`,
);
