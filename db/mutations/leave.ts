import { channel } from "node:diagnostics_channel";
import { type Editor, may, type Permission } from "@/domain/permission";

/** What somebody was refused for want of leave. */
export type RefusedLeave = { readonly editor: string; readonly verb: string; readonly rule: string };

/** Where refusals are told, for a log to write them down: whoever tries what they may not do should be seen. */
export const refusals = channel("verbatim:refused");

/** Whether an editor may do what needs these permissions, all of them; tells of it where not. */
export function hasLeave(
  editor: Editor,
  permission: Permission | readonly Permission[],
  verb: string,
): boolean {
  const missing = [permission].flat().find((one) => !may(editor, one));
  if (missing !== undefined) tellRefused(editor, verb, missing);
  return missing === undefined;
}

export const tellRefused = (editor: Editor, verb: string, rule: string): void =>
  refusals.publish({ editor: editor.id, verb, rule } satisfies RefusedLeave);
