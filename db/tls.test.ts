import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAway } from "./away";
import { openDatabase } from "./client";
import { type Certificate, type PostgresServer, startPostgres } from "./testing/postgres-server";
import { aWire } from "./testing/wire";
import { type TlsRule, tlsFor } from "./tls";

describe("TLS is demanded, with a certificate that is checked,", () => {
  test.each(["postgres://a@db.example/x", "postgres://10.0.0.2/x", "postgres://localhost,db.example/x"])(
    "of a database elsewhere: %s",
    (url) => expect(tlsFor(url)).toMatchObject({ rejectUnauthorized: true }),
  );
  test.each([
    "postgres://a@localhost/x",
    "postgres://127.0.0.1:5433/x",
    "postgres://[::1]/x",
    "postgres://a@%2Frun/x",
  ])("and not of one that is here: %s", (url) => {
    expect(tlsFor(url)).toBeUndefined();
    expect(tlsFor(url, { demanded: "always" })).toMatchObject({ rejectUnauthorized: true });
  });
  test("whatever weaker way its address names, unless the network is trusted", () => {
    for (const mode of ["disable", "prefer", "require", "no-verify"])
      expect(tlsFor(`postgres://db.example/x?sslmode=${mode}`)).toMatchObject({ servername: "db.example" });
    expect(tlsFor("postgres://db.example/x", { demanded: "never" })).toBeUndefined();
    expect(tlsFor("postgres://localhost/x?sslmode=verify-full", { demanded: "never" })).toMatchObject({
      servername: "localhost",
    });
  });
  test("and where it is not, TLS is spoken as the address says", () => {
    expect(tlsFor("postgres://localhost/x?sslmode=disable")).toBeUndefined();
    for (const asked of ["sslmode=require", "ssl=true"])
      expect(tlsFor(`postgres://localhost/x?${asked}`), asked).toMatchObject({ rejectUnauthorized: false });
    expect(tlsFor("postgres://localhost/x?sslmode=prefer")).toMatchObject({ orPlain: true });
    expect(tlsFor("postgres://localhost/x?sslmode=verify-ca")).toMatchObject({ rejectUnauthorized: true });
  });
});

describe("a PostgreSQL with a certificate", () => {
  let folder: string;
  let [server, plain]: PostgresServer[] = [];
  const file = (name: string) => path.join(folder, name);
  const at = (running: PostgresServer, host = "127.0.0.1") => running.url().replace("127.0.0.1", host);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "vb-tls-"));
    authority("storks");
    authority("herons");
    [server, plain] = await Promise.all([
      startPostgres(undefined, certified("storks", "IP:127.0.0.1")),
      startPostgres(),
    ]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([server?.stop(), plain?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  /** Whether the database says that it is spoken to by TLS. */
  async function spoken(url: string, tls: TlsRule) {
    const database = await openDatabase({ databaseUrl: url, dataDir: "", tls }, { max: 1 });
    const { sql: own, drop } = database.single();
    try {
      const question = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";
      const shared = await database.db.execute(sql.raw(question));
      return [shared[0]?.ssl, (await own.unsafe(question))[0]?.ssl];
    } finally {
      drop();
      await database.close();
    }
  }
  const ca = (name: string): TlsRule => ({ demanded: "always", ca: file(`${name}.crt`) });

  test("is spoken to by TLS where an authority vouches for it that we know", async () => {
    expect(await spoken(at(server!), ca("storks"))).toEqual([true, true]);
  });
  test("is refused where another authority made its certificate, or none that is known", async () => {
    await expect(spoken(at(server!), ca("herons"))).rejects.toThrow(/by TLS with a certificate.*DATABASE_CA/);
    await expect(spoken(at(server!), { demanded: "always" })).rejects.toThrow(/self-signed|unable to/);
  });
  test("is refused under a name that is not in its certificate", async () => {
    await expect(spoken(at(server!, "localhost"), ca("storks"))).rejects.toThrow(/altnames|does not match/);
  });
  test("is refused where it speaks no TLS", async () => {
    await expect(spoken(at(plain!), ca("storks"))).rejects.toThrow(/does not answer by TLS/);
    expect(await spoken(at(plain!), { demanded: "elsewhere" })).toEqual([false, false]);
  });
  test("on this machine is spoken to by TLS where its address asks for it, whoever vouches for it", async () => {
    const here: TlsRule = { demanded: "elsewhere" };
    for (const host of ["127.0.0.1", "localhost"])
      for (const mode of ["require", "prefer"])
        expect(await spoken(`${at(server!, host)}?sslmode=${mode}`, here), mode).toEqual([true, true]);
    expect(await spoken(`${at(plain!)}?sslmode=prefer`, here)).toEqual([false, false]);
    await expect(spoken(`${at(plain!)}?sslmode=require`, here)).rejects.toThrow(/speaks no TLS/);
  });
  test.each([
    ["as the site demands", "", "always"],
    ["as the address asks", "?sslmode=require", "elsewhere"],
  ] as const)(
    "whose connection is cut in a transaction serves the next one, %s",
    async (_, asked, demanded) => {
      const wire = await aWire(at(server!));
      const database = await openDatabase(
        { databaseUrl: wire.url + asked, dataDir: "", tls: { ...ca("storks"), demanded } },
        { max: 1 },
      );
      try {
        for (let time = 0; time < 3; time++) {
          const broken = database.db.transaction((tx) =>
            tx.transaction((inner) => {
              setTimeout(wire.cut, 50);
              return inner.execute(sql`select pg_sleep(60)`);
            }),
          );
          await expect(broken).rejects.toThrow();
          expect(await database.db.execute(sql`select 1 as one`)).toMatchObject([{ one: 1 }]);
        }
        expect(database.connections().open).toBe(1);
      } finally {
        await database.close();
        await wire.close();
      }
    },
  );
  test("is away behind a proxy that takes the call and hangs up, and is found again after", async () => {
    const wire = await aWire(at(server!));
    const rule = { databaseUrl: wire.url, dataDir: "", tls: ca("storks") };
    const database = await openDatabase(rule, { max: 1 });
    try {
      wire.deny();
      wire.cut();
      await expect.poll(() => database.connections().open).toBe(0);
      await expect(database.db.execute(sql`select 1`)).rejects.toSatisfy(isAway);
      wire.allow();
      await expect.poll(() => database.db.execute(sql`select 1 as one`).catch(() => [])).toHaveLength(1);
    } finally {
      await database.close();
      await wire.close();
    }
  });
  test("that went away is found again", async () => {
    const database = await openDatabase({ databaseUrl: at(server!), dataDir: "", tls: ca("storks") });
    try {
      await server!.halt();
      await expect(database.db.execute(sql`select 1`)).rejects.toThrow();
      await server!.wake();
      expect(await database.db.execute(sql`select 1 as one`)).toMatchObject([{ one: 1 }]);
    } finally {
      await database.close();
    }
  });

  function openssl(...args: string[]): void {
    const ended = spawnSync("openssl", args, { cwd: folder, encoding: "utf8" });
    if (ended.status !== 0) throw new Error(`openssl ${args[0]}: ${ended.stderr || ended.error}`);
  }
  const fresh = ["-newkey", "rsa:2048", "-nodes", "-sha256"];
  function authority(name: string): void {
    openssl(
      "req",
      "-x509",
      ...fresh,
      "-days",
      "2",
      "-subj",
      `/CN=${name}`,
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.crt`,
    );
  }
  function certified(by: string, name: string): Certificate {
    openssl("req", ...fresh, "-subj", "/CN=server", "-keyout", "server.key", "-out", "server.csr");
    writeFileSync(file("names"), `subjectAltName=${name}\n`);
    const signed = [
      "-CA",
      `${by}.crt`,
      "-CAkey",
      `${by}.key`,
      "-CAcreateserial",
      "-days",
      "2",
      "-extfile",
      "names",
    ];
    openssl("x509", "-req", "-in", "server.csr", ...signed, "-out", "server.crt");
    return {
      key: readFileSync(file("server.key"), "utf8"),
      certificate: readFileSync(file("server.crt"), "utf8"),
    };
  }
});
