import { eq } from "drizzle-orm";
import { editors } from "../schema/editors";
import { Refused, type Writer } from "./mutation";

export type EditorRow = typeof editors.$inferSelect;

/** The person whose account is meant, locked until the transaction ends. @throws Refused where there is none */
export async function lookUpEditor(tx: Writer, id: string): Promise<EditorRow> {
  const [found] = await tx.select().from(editors).where(eq(editors.id, id)).for("update");
  if (!found || found.role === "system") throw refuse("editor", "unknown");
  return found;
}

export const refuse = (field: string, problem: string) =>
  new Refused({ kind: "invalid", fields: { [field]: [problem] } });

/** What the audit keeps of an account: never a password, a token or a secret. */
export const auditedEditor = ({ id, email, name, role, disabledAt }: EditorRow) => ({
  id,
  email,
  name,
  role,
  disabled: disabledAt !== null,
});

/** Makes a change the database may refuse by name, and says so as a problem of a field. */
export async function unlessRule<T>(
  tx: Writer,
  rule: string,
  refusal: Refused,
  change: (tx: Writer) => Promise<T>,
): Promise<T> {
  try {
    return await tx.transaction((inner) => change(inner as unknown as Writer)); // still inside the mutation's own
  } catch (error) {
    const { constraint_name: broken } = ((error as Error).cause ?? {}) as { constraint_name?: string };
    throw broken === rule ? refusal : error;
  }
}
