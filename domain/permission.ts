/** Who may do what. One table, asked inside every mutation. */

export const roles = ["editor", "reviewer", "admin", "system"] as const;
/** `system` is the seed loader: it signs in nowhere. */
export type Role = (typeof roles)[number];

export const permissions = ["describe", "merge", "record", "review", "publish", "load_seeds"] as const;
/**
 * `describe`: agents, places, metrics, units, events. `merge`: to say that two agents or places are one, which every
 * chart shows at once. `record`: sources and drafts.
 */
export type Permission = (typeof permissions)[number];

const granted: Record<Role, readonly Permission[]> = {
  editor: ["describe", "record"],
  reviewer: ["describe", "merge", "record", "review", "publish"],
  admin: ["describe", "merge", "record", "review", "publish"],
  system: ["describe", "record", "publish", "load_seeds"],
};

/** Someone in whose name a mutation runs. */
export type Editor = { readonly id: string; readonly role: Role };

export const may = (editor: Editor, permission: Permission): boolean =>
  granted[editor.role].includes(permission);
