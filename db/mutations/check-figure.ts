import { eq } from "drizzle-orm";
import type { FigureInput } from "@/domain/inputs";
import { blocks, type Finding, holds, type Reasons, unansweredWarnings } from "@/domain/validate/finding";
import { rules } from "@/domain/validate/rules";
import { validateFigure } from "@/domain/validate/validate-figure";
import { type Among, findValidationContext } from "../queries/find-validation-context";
import { overrides } from "../schema/overrides";
import { Refused, type Writer } from "./mutation";

/**
 * Runs the validator in the transaction of a save. Blocks refuse it by field; warnings and hints are the caller's.
 * The seed loader answers no warnings: its texts were checked by hand, and its bounds by the seed files' own checks.
 */
export async function checkFigure(tx: Writer, input: FigureInput, among: Among = "all"): Promise<Finding[]> {
  const findings = validateFigure(input, await findValidationContext(tx, input, { among }));
  refuseFor(input.publicId, findings, blocks(findings), (one) => one.field);
  return findings;
}

/** As `checkFigure`, on the way to readers: what holds a figure back as a draft refuses it too. */
export async function checkForReaders(tx: Writer, input: FigureInput, among: Among): Promise<Finding[]> {
  const findings = await checkFigure(tx, input, among);
  refuseFor(input.publicId, findings, holds(findings), (one) => one.field);
  return findings;
}

type Answering = {
  readonly input: FigureInput;
  readonly revisionId: number;
  readonly editorId: string;
  readonly reasons: Reasons;
  readonly among: Among;
};

/** Checks a figure on its way to readers: every warning has a reason by now, and those given now are kept. */
export async function checkAnswered(tx: Writer, answering: Answering): Promise<Finding[]> {
  const { input, revisionId, editorId, reasons, among } = answering;
  const findings = await checkForReaders(tx, input, among);
  const earlier = await tx.select().from(overrides).where(eq(overrides.revisionId, revisionId));
  const given = { ...Object.fromEntries(earlier.map(({ rule, reason }) => [rule, reason])), ...reasons };
  const open = unansweredWarnings(findings, given);
  refuseFor(input.publicId, findings, open, (one) => `reasons.${one.rule}`);
  const warned = new Set(findings.flatMap(({ severity, rule }) => (severity === "warn" ? [rule] : [])));
  const rows = [...warned].flatMap((rule) => {
    const reason = reasons[rule];
    return reason === undefined ? [] : [{ revisionId, rule, reason, editorId }];
  });
  if (rows.length > 0) await tx.insert(overrides).values(rows).onConflictDoNothing();
  return findings;
}

function refuseFor(
  publicId: string,
  findings: readonly Finding[],
  because: readonly Finding[],
  fieldOf: (one: Finding) => string,
): void {
  if (because.length === 0) return;
  const fields: Record<string, string[]> = {};
  for (const one of because) fields[fieldOf(one)] = [...(fields[fieldOf(one)] ?? []), rules[one.rule].says];
  throw new Refused({ kind: "invalid", fields, findings: { [publicId]: findings } });
}
