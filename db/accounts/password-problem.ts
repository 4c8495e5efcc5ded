import { dictionary } from "@zxcvbn-ts/language-common";
import { longestPassword, type PasswordProblem, shortestPassword } from "@/domain/account";

let known: ReadonlySet<string> | undefined;

/** The passwords people use most, read from the package once. */
const common = (): ReadonlySet<string> => (known ??= new Set<string>(dictionary["passwords-common"]));

/**
 * What is wrong with a new password; null when nothing is. A common one stays common in capitals, with digits and
 * signs around it, or twice over: these are the first things a guesser tries.
 */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const length = [...password.normalize("NFC")].length;
  if (length < shortestPassword) return "short";
  if (length > longestPassword) return "long";
  const words = password.normalize("NFC").toLowerCase();
  if (isEmail(words, email.toLowerCase())) return "email";
  return isCommon(words) ? "common" : null;
}

/** Along the keyboard, French or English, and along the alphabet. */
const walks = ["qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "abcdefghijklmnopqrstuvwxyz"];

const isEmail = (words: string, email: string): boolean =>
  [email, email.split("@")[0]!].includes(undecorated(words)) || words === email;

function isCommon(words: string): boolean {
  if (new Set(words).size < 5) return true;
  const core = undecorated(words);
  if (walks.some((walk) => walk.includes(core)) || isOfThisPlace(words)) return true;
  return [words, core, halfOf(words), halfOf(core)].some((one) => one === "" || (one && common().has(one)));
}

/** What anybody who sees the site would try first: its name, and what people are and do here. */
const place =
  /verbatim|admin(?:istrator)?|editor|reviewer|r[ée]daction|r[ée]dacteur|password|mot ?de ?passe/g;

/** Whether hardly a letter is left once such words are gone. */
const isOfThisPlace = (words: string): boolean =>
  words.match(place) !== null && words.replace(place, "").replace(/[^\p{L}]/gu, "").length < 4;

/** Without the digits, signs and blanks before and after. */
const undecorated = (words: string): string => words.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}]+$/u, "");

/** Half of what is said twice; null for anything else. */
function halfOf(words: string): string | null {
  const half = words.slice(0, words.length / 2);
  return words !== "" && half + half === words ? half : null;
}
