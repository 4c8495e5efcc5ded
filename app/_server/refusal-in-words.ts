import { getTranslations } from "next-intl/server";
import type { PasswordProblem } from "@/domain/account";
import { passwordProblems } from "@/domain/account";
import type { Refusal } from "@/domain/result";

const problems = ["wrong", "taken", "last_admin", "unknown", "disabled"] as const;

/** Why a change to an account was refused, in the editor's language. */
export async function refusalInWords(refusal: Refusal): Promise<string> {
  const t = await getTranslations("accounts");
  if (refusal.kind === "forbidden") return t("problem.forbidden");
  if (refusal.kind === "conflict") return t("problem.conflict");
  if (refusal.kind !== "invalid") return t("problem.invalid");
  const [[field, [problem = ""] = []] = ["", []]] = Object.entries(refusal.fields);
  const known = problems.find((one) => one === problem);
  if (known) return t(`problem.${known}`);
  if (passwordProblems.includes(problem as PasswordProblem))
    return t(`passwordProblem.${problem as PasswordProblem}`);
  return t(field === "email" ? "problem.email" : "problem.invalid");
}
