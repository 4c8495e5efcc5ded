import { builtInFormat, customFormat, type ShownAs } from "./number-format";
import { partOf } from "./open-package";
import { readXml } from "./read-xml";
import type { Workbook } from "./workbook";

/** What each cell style, by number, makes of a number. */
export async function readStyles({ pack, styles }: Workbook): Promise<readonly ShownAs[]> {
  const custom = new Map<number, ShownAs>();
  const shown: ShownAs[] = [];
  if (styles === null) return shown;
  let inCells = false;
  await readXml(partOf(pack, styles), pack, {
    open: (name, { numFmtId, formatCode }) => {
      const id = Number(numFmtId ?? 0);
      if (name === "numFmt" && formatCode !== undefined) custom.set(id, customFormat(formatCode));
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) shown.push(custom.has(id) ? custom.get(id)! : builtInFormat(id));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return shown;
}
