import { z } from "zod";
import { mutation } from "./mutation";

/** Notes what someone has done about their own second factor; better-auth has done it. */
export const recordSecondFactor = mutation(
  "keep_account",
  "second_factor",
  z.object({ done: z.enum(["begun", "enabled", "disabled"]) }),
  async (_, { done }, editor) => ({ value: null, entity: `editor:${editor.id}`, after: { done } }),
);
