/** The reasons a form gives for warnings, by the name of the rule: its boxes are named `reason.RULE`. */
export function reasonsIn(form: FormData): Record<string, string> {
  const reasons: Record<string, string> = {};
  for (const [name, value] of form) {
    const rule = /^reason\.(\w+)$/.exec(name)?.[1];
    if (rule !== undefined && typeof value === "string" && value.trim() !== "") reasons[rule] = value;
  }
  return reasons;
}
