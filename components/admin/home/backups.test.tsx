import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { deskMessagesOf } from "@/messages/desk";
import { Backups, BackupTrouble } from "./backups";

const at = (hour: number) => new Date(Date.UTC(2031, 4, 4, hour));
const props = { locale: "en", words: deskMessagesOf("en").home.backups, showsWhy: true } as const;
const failed = { newest: at(1), failure: { at: at(2), why: "ENOSPC: /srv/backups" }, late: false };

test("backups that stand as they should trouble nobody", () => {
  expect(renderToStaticMarkup(<BackupTrouble {...props} news={null} />)).toBe("");
  const fine = { newest: at(1), failure: null, late: false };
  expect(renderToStaticMarkup(<BackupTrouble {...props} news={fine} />)).toBe("");
  expect(renderToStaticMarkup(<Backups {...props} news={fine} />)).toContain("of 4 May 2031, 01:00 UTC");
});

test("a backup that failed is told to everyone, and why to admins alone", () => {
  const seen = renderToStaticMarkup(<BackupTrouble {...props} news={failed} />);
  expect(seen).toMatch(/The last backup failed.*02:00.*ENOSPC.*newest is of.*01:00/);
  expect(renderToStaticMarkup(<BackupTrouble {...props} news={failed} showsWhy={false} />)).not.toContain(
    "/srv",
  );
});

test("backups that stopped are told, and that there are none", () => {
  const late = { newest: null, failure: null, late: true };
  expect(renderToStaticMarkup(<BackupTrouble {...props} news={late} />)).toMatch(
    /No recent backup.*There is no backup yet/,
  );
  expect(renderToStaticMarkup(<Backups {...props} news={null} />)).toContain("BACKUP_DIR");
});
