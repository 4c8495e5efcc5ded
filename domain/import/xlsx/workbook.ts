import type { Limits } from "../limits";
import type { SheetFact } from "../table-facts";
import { refuse } from "../table-refusal";
import { openPackage, otherArchive, type Package, partOf, relationsOf } from "./open-package";
import { readXml } from "./read-xml";
import type { Calendar } from "./serial-day";

export type Workbook = {
  readonly pack: Package;
  readonly calendar: Calendar;
  readonly sheets: readonly (SheetFact & { readonly part: string })[];
  /** Names of the parts, where the workbook has them. */
  readonly strings: string | null;
  readonly styles: string | null;
};

/** The sheets of a workbook and where its other parts are. Sheets that are charts or macros have no cells and are left out. */
export async function openWorkbook(bytes: Uint8Array, limits: Limits): Promise<Workbook> {
  const pack = openPackage(bytes, limits);
  const roots = [...(await relationsOf(pack, "")).values()];
  const root = roots.find(({ type }) => type === "officeDocument")?.target;
  if (root === undefined || !/^xl\/|workbook/i.test(root) || root.endsWith(".bin"))
    refuse("wrong_kind", { is: otherArchive(pack) });
  const relations = await relationsOf(pack, root);
  const named: { name: string; hidden: boolean; id: string }[] = [];
  let calendar: Calendar = 1900;
  await readXml(partOf(pack, root), pack, {
    open: (name, attributes) => {
      if (name === "workbookPr" && /^(1|true)$/.test(attributes.date1904 ?? "")) calendar = 1904;
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => /^[^:]+:id$/.test(key))?.[1];
      const hidden = attributes.state === "hidden" || attributes.state === "veryHidden";
      if (id !== undefined && attributes.name !== undefined)
        named.push({ name: attributes.name, hidden, id });
    },
  });
  const sheets = named.flatMap(({ name, hidden, id }) => {
    const relation = relations.get(id);
    return relation?.type === "worksheet" ? [{ name, hidden, part: relation.target }] : [];
  });
  const target = (wanted: string) =>
    [...relations.values()].find(({ type }) => type === wanted)?.target ?? null;
  return { pack, calendar, sheets, strings: target("sharedStrings"), styles: target("styles") };
}
