/** Who may do what. One table, asked inside every mutation. */

export const roles = ["editor", "reviewer", "admin", "system"] as const;
/** `system` is the seed loader and the site itself: they sign in nowhere. */
export type Role = (typeof roles)[number];

export const permissions = [
  "describe",
  "merge",
  "record",
  "submit",
  "review",
  "publish",
  "retract",
  "load_seeds",
  "keep_account",
  "manage_editors",
  "read_audit",
  "govern",
  "admit",
] as const;
/**
 * `describe`: agents, places, metrics, units, events. `merge`: to say that two agents or places are one, which every
 * chart shows at once. `record`: sources and drafts. `submit`: a draft to its reviewer. `retract`: what readers see.
 * `keep_account`: one's own password and sign-ins; `manage_editors`: everyone's. `read_audit`: who wrote what, sign-ins
 * included. `govern`: what this collection lets reach readers at all. `admit`: what the site notes down before it knows who is there.
 */
export type Permission = (typeof permissions)[number];

const granted: Record<Role, readonly Permission[]> = {
  editor: ["describe", "record", "submit", "keep_account"],
  reviewer: ["describe", "merge", "record", "submit", "review", "publish", "retract", "keep_account"],
  admin: [
    "describe",
    "merge",
    "record",
    "submit",
    "review",
    "publish",
    "retract",
    "keep_account",
    "manage_editors",
    "read_audit",
    "govern",
  ],
  system: ["describe", "record", "submit", "publish", "load_seeds", "manage_editors", "govern", "admit"],
};

/** Someone in whose name a mutation runs. */
export type Editor = { readonly id: string; readonly role: Role };

export const may = (editor: Editor, permission: Permission): boolean =>
  granted[editor.role].includes(permission);
