/** A process that migrates the database given as JSON, and says when it begins. */
import { openDatabase } from "../client";
import { migrateDatabase } from "../migrate";

const database = await openDatabase(JSON.parse(process.argv[2]!), { max: 1 });
await database.withSetupLock(async () => {
  process.stdout.write("migrating\n");
  await migrateDatabase(database);
});
process.stdout.write("migrated\n");
process.exit(0);
