import { z } from "zod";
import type { IntakeCard } from "@/components/admin/article/intake";
import { day } from "@/domain/inputs";

/** What the form carries along for itself: the days it offered, so that it can offer them again. */
const carried = z.object({
  dates: z
    .array(z.object({ kind: z.enum(["found", "post", "html"]), words: z.string(), day, value: z.string() }))
    .max(20),
  guessed: z.array(z.string()).max(20),
  numbers: z.int().nonnegative(),
});

const nothing = { dates: [], guessed: [], numbers: 0 };

/** The source card as it was posted, with every box as it was filled in. */
export function postedCard(form: FormData): IntakeCard {
  const words = (name: string) => String(form.get(name) ?? "").trim();
  const { dates, guessed, numbers } = readCarried(words("card"));
  return {
    text: String(form.get("text") ?? "").replaceAll("\r\n", "\n"), // forms post line ends as CRLF
    language: words("language") === "en" ? "en" : "fr",
    title: words("title"),
    titleOurs: form.has("titleOurs"),
    publisher: words("publisher"),
    publisherNew: words("publisherNew"),
    author: words("author"),
    url: words("url"),
    published: words("published"),
    day: day.safeParse(words("day")).success ? words("day") : "",
    precision: z.enum(["day", "month", "year"]).catch("day").parse(words("precision")),
    basis: z.enum(["stated", "inferred"]).catch("stated").parse(words("basis")),
    dates: dates as IntakeCard["dates"], // the days of a post have words, those of HTML none: as they were sent
    guessed,
    numbers,
  };
}

function readCarried(json: string): z.output<typeof carried> {
  try {
    return carried.catch(nothing).parse(JSON.parse(json));
  } catch {
    return nothing; // a form filled in by hand: it is asked again
  }
}
