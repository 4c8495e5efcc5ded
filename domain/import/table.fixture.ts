import { readTable, type Table, type TableOptions, type TableRefusal } from "./table";

const encoder = new TextEncoder();

/** The table in a file that must be one. */
export async function tableOf(
  file: string | Uint8Array,
  options?: TableOptions,
  name = "figures.csv",
): Promise<Table> {
  const read = await readTable(typeof file === "string" ? encoder.encode(file) : file, name, options);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.refusal)}`);
  return read.value;
}

/** Why a file that must not be read was refused. */
export async function refusalOf(
  file: string | Uint8Array,
  options?: TableOptions,
  name = "figures.csv",
): Promise<TableRefusal> {
  const read = await readTable(typeof file === "string" ? encoder.encode(file) : file, name, options);
  if (read.ok) throw new Error(`read: ${JSON.stringify(read.value).slice(0, 500)}`);
  return read.refusal;
}

/** Header and cells alone. */
export async function cellsOf(file: string | Uint8Array, options?: TableOptions) {
  const { header, rows } = await tableOf(file, options);
  return [header, ...rows.map(({ cells }) => cells)];
}
