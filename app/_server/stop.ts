import { closeDatabases } from "./database";
import { errorFacts, log } from "./log";
import { stopSeconds } from "./site-env";
import { finishAnswers } from "./stopping";

const signals = ["SIGTERM", "SIGINT"] as const;

/**
 * Ends this process when it is told to, once its answers are finished; told the same again, at once. Next does not, where
 * NEXT_MANUAL_SIG_HANDLE is set. A terminal's Ctrl-C comes twice: from the terminal, and from who started us.
 */
export function stopWhenTold(): void {
  if (!process.env.NEXT_MANUAL_SIG_HANDLE) return;
  const longest = stopSeconds() * 1000;
  const heard = new Set<string>();
  for (const signal of signals)
    process.on(signal, () => {
      if (heard.has(signal)) process.exit(1);
      heard.add(signal);
      if (heard.size === 1) void stop(longest);
    });
}

/** Long enough for a goodbye to databases that answer. */
const goodbye = 1000;

async function stop(longest: number): Promise<void> {
  log("info", "stopping");
  const cut = await finishAnswers(longest);
  if (cut > 0) log("warn", "answers were cut off", { answers: cut });
  log("info", "stopped");
  setTimeout(() => process.exit(0), goodbye);
  await closeDatabases().catch((error) =>
    log("warn", "a database was left without a word", errorFacts(error)),
  );
  process.exit(0);
}
