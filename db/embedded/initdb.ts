/** A program that makes one empty cluster in the folder named on its command line, and ends. */
import { PGlite } from "@electric-sql/pglite";
import { writeThrough } from "./cluster";

const target = process.argv[2]!;
const pglite = await PGlite.create(target);
await pglite.close();
writeThrough(target, { deep: true });
