import { probes } from "./probes";

/**
 * `npm run probe -- URL [OPEN CLOSED]`: tries on any site what once worked on its framework. OPEN is a page anybody may
 * read, CLOSED one that strangers are kept from. Exits with 1 where something works.
 */
async function main([url, open = "/fr", closed = "/admin"]: readonly string[]): Promise<void> {
  if (url === undefined || !URL.canParse(url))
    throw new Error("Say which site: npm run probe -- http://localhost:3000 /fr /admin");
  const target = { site: url.replace(/\/$/, ""), open, closed };
  let holes = 0;
  for (const { name, tries } of probes) {
    const found = await tries(target);
    holes += found.length;
    process.stdout.write(`${found.length === 0 ? "held" : "OPEN"}  ${name}\n`);
    for (const one of found) process.stdout.write(`      ${one}\n`);
  }
  process.stdout.write(`${holes === 0 ? "nothing was found" : `${holes} found`}\n`);
  process.exitCode = holes === 0 ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
});
