import type { Limits } from "../limits";
import { type OtherKind, refuse } from "../table-refusal";
import { type Entry, readDirectory } from "../zip/read-directory";
import { readXml, type XmlBounds } from "./read-xml";

/** A workbook's parts, and how many bytes may still come out of them. */
export type Package = XmlBounds & { readonly entries: ReadonlyMap<string, Entry> };

export type Relation = { readonly type: string; readonly target: string };

export const openPackage = (bytes: Uint8Array, limits: Limits): Package => ({
  entries: readDirectory(bytes),
  limits,
  allowance: { left: limits.unpackedBytes, most: limits.unpackedBytes },
});

/** @throws {Refused} where the workbook lacks it */
export function partOf({ entries }: Package, name: string): Entry {
  return entries.get(name.toLowerCase()) ?? refuse("broken", { part: name, reason: "missing_part" });
}

/** The parts that `part` relates to, by the id of the relation; "" is the package itself. */
export async function relationsOf(pack: Package, part: string): Promise<ReadonlyMap<string, Relation>> {
  const cut = part.lastIndexOf("/") + 1;
  const entry = pack.entries.get(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`.toLowerCase());
  const relations = new Map<string, Relation>();
  if (entry === undefined) return relations;
  await readXml(entry, pack, {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== "Relationship" || TargetMode === "External") return;
      if (Id === undefined || Type === undefined || Target === undefined) return;
      // Strict and transitional workbooks name the types by different addresses with the same last word.
      const type = Type.slice(Type.lastIndexOf("/") + 1);
      relations.set(Id, { type, target: resolve(part.slice(0, cut), Target) });
    },
  });
  return relations;
}

/** A target is relative to the folder of the part that names it, or begins at the root. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** What an archive is that holds no workbook, by the parts that only such files have. */
export function otherArchive({ entries }: Package): OtherKind {
  const has = (start: string) => [...entries.keys()].some((name) => name.startsWith(start));
  if (has("xl/workbook.bin")) return "xlsb";
  if (has("word/")) return "docx";
  if (has("ppt/")) return "pptx";
  return entries.has("mimetype") && entries.has("content.xml") ? "ods" : "zip";
}
