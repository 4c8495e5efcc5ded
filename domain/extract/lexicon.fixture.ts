import type { Lexicon, LexiconAgent, ReadingContext } from "./proposal";

const agent = (slug: string, fr: string, en: string, names: readonly string[], side: string | null = null) =>
  ({ slug, name: { fr, en }, names: [fr, en, ...names], side }) satisfies LexiconAgent;

/** A small collection that knows of a war, an epidemic and a flood, so that no rule leans on one topic. */
export const specimenLexicon: Lexicon = {
  agents: [
    agent("ukraine", "Ukraine", "Ukraine", ["Kiev", "Kyiv"], "ukraine"),
    agent("russia", "Russie", "Russia", ["Moscou", "Moscow", "Kremlin"], "russia"),
    agent(
      "russian-mod",
      "ministère russe de la Défense",
      "Russian Ministry of Defence",
      ["Russian MoD"],
      "russia",
    ),
    agent("ukrainian-general-staff", "état-major ukrainien", "Ukrainian General Staff", [], "ukraine"),
    agent("zelensky", "Volodymyr Zelensky", "Volodymyr Zelensky", ["Zelensky", "Zelenskyy"], "ukraine"),
    agent("russian-forces", "forces russes", "Russian forces", ["armée russe"], "russia"),
    agent("who", "Organisation mondiale de la santé", "World Health Organization", ["OMS", "WHO"]),
    agent("afp", "Agence France-Presse", "Agence France-Presse", ["AFP"]),
    agent("nyt", "The New York Times", "The New York Times", ["New York Times", "NYT"]),
    agent("isw", "Institut pour l’étude de la guerre", "Institute for the Study of War", ["ISW"]),
    agent("civil-protection", "Protection civile", "Civil Protection", []),
  ],
  units: [
    { slug: "drone", names: ["drone", "drones"] },
    { slug: "person", names: ["personnes", "people", "habitants", "residents"] },
    { slug: "soldier", names: ["soldats", "soldiers"] },
    { slug: "km2", names: ["km²", "kilomètres carrés", "square kilometres"] },
    { slug: "percent", names: ["%", "pour cent", "per cent"] },
  ],
  metrics: [
    {
      slug: "drones-shot-down",
      words: [
        "Drones interceptés",
        "Drones intercepted",
        "abattus, détruits en une nuit",
        "shot down, destroyed",
      ],
      kind: "event",
      allowedUnits: ["drone"],
    },
    {
      slug: "drones-launched",
      words: ["Drones lancés en une attaque", "Drones launched in one attack", "nombre tiré", "number fired"],
      kind: "event",
      allowedUnits: ["drone"],
    },
    {
      slug: "soldiers-lost-daily",
      words: ["Pertes par jour", "Losses per day", "soldats perdus, tués", "soldiers lost, killed"],
      kind: "flow",
      allowedUnits: ["soldier"],
    },
    {
      slug: "troops-gathered",
      words: ["Troupes rassemblées", "Troops gathered", "effectif réuni, massé", "amassed, deployed"],
      kind: "stock",
      allowedUnits: ["soldier"],
    },
    {
      slug: "homes-flooded-share",
      words: ["Part des logements inondés", "Share of homes flooded"],
      kind: "share",
      allowedUnits: ["percent"],
    },
  ],
  places: [
    { slug: "kursk-region", names: ["région de Koursk", "Kursk region", "oblast de Koursk"] },
    { slug: "donetsk-region", names: ["région de Donetsk", "Donetsk region"] },
  ],
  dayCounters: [{ words: ["jour", "day"], dayOne: "2022-02-24" }],
};

export const contextOf = (
  language: "fr" | "en",
  reportedOn: string | null = "2025-02-13",
): ReadingContext => ({
  language,
  lexicon: specimenLexicon,
  reportedOn,
});
