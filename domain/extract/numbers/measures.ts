/** Units that stand for themselves in any collection, with every way they are written, folded. Symbols first. */
export const measures: readonly { readonly slug: string; readonly names: readonly string[] }[] = [
  {
    slug: "percentage-point",
    names: ["points de pourcentage", "point de pourcentage", "percentage points", "percentage point"],
  },
  {
    slug: "percent",
    names: ["%", "pour cent", "pourcent", "pourcents", "per cent", "percent", "pct", "p. 100", "p.100"],
  },
  {
    slug: "km2",
    names: [
      "km²",
      "km2",
      "km 2",
      "km^2",
      "kilometres carres",
      "kilometre carre",
      "km carres",
      "km carre",
      "square kilometres",
      "square kilometers",
      "square kilometre",
      "square kilometer",
      "square km",
      "sqkm",
      "sq km",
      "sq. km",
      "sq kms",
      "sq. kilometers",
      "sq. kilometres",
    ],
  },
  {
    slug: "square-mile",
    names: ["square miles", "square mile", "sq miles", "sq. miles", "sq mi", "miles carres", "milles carres"],
  },
  { slug: "square-metre", names: ["m²", "m2", "metres carres", "square metres", "square meters"] },
  { slug: "hectare", names: ["hectares", "hectare", "ha"] },
  { slug: "acre", names: ["acres", "acre"] },
  { slug: "cubic-metre", names: ["m³", "m3", "metres cubes", "cubic metres", "cubic meters"] },
  { slug: "tonne", names: ["tonnes", "tonne", "tons", "metric tons", "metric tonnes"] },
  { slug: "barrel", names: ["barils", "baril", "barrels", "barrel"] },
  { slug: "megawatt", names: ["mw", "megawatts", "megawatt"] },
  { slug: "gigawatt", names: ["gw", "gigawatts", "gigawatt"] },
  { slug: "euro", names: ["€", "euros", "euro", "eur"] },
  { slug: "dollar", names: ["$", "us$", "dollars", "dollar", "usd"] },
  { slug: "pound-sterling", names: ["£", "livres sterling", "pounds sterling", "gbp"] },
  { slug: "rouble", names: ["₽", "roubles", "rouble", "rubles", "ruble"] },
  { slug: "hryvnia", names: ["₴", "hryvnias", "hryvnia", "hryvnas", "uah"] },
];

/** Currency signs that may stand before the number. */
export const currencyBefore: readonly (readonly [RegExp, string])[] = [
  [/(?:us)?\$ ?$/, "dollar"],
  [/€ ?$/, "euro"],
  [/£ ?$/, "pound-sterling"],
  [/₴ ?$/, "hryvnia"],
  [/₽ ?$/, "rouble"],
];
