import { join, utf8 } from "../bytes";

/** The few parts of Thrift's compact protocol that the metadata of a Parquet file is written in. */
type Field = { readonly type: number; readonly bytes: Uint8Array };

export const i32 = (value: number): Field => ({ type: 5, bytes: varint(zigzag(BigInt(value))) });
export const i64 = (value: number): Field => ({ type: 6, bytes: varint(zigzag(BigInt(value))) });
export const text = (value: string): Field => {
  const bytes = utf8(value);
  return { type: 8, bytes: join([varint(BigInt(bytes.length)), bytes]) };
};

/** @param fields by their number, rising; those left out are `undefined` */
export function struct(fields: readonly (readonly [number: number, field: Field | undefined])[]): Field {
  const parts: Uint8Array[] = [];
  let last = 0;
  for (const [number, field] of fields) {
    if (field === undefined) continue;
    parts.push(Uint8Array.of(((number - last) << 4) | field.type), field.bytes); // never more than 15 apart here
    last = number;
  }
  return { type: 12, bytes: join([...parts, Uint8Array.of(0)]) };
}

/** A list of fields of one type. @param type that of its elements, for an empty list too */
export function list(type: "i32" | "text" | "struct", fields: readonly Field[]): Field {
  const code = { i32: 5, text: 8, struct: 12 }[type];
  const short = fields.length < 15;
  const head = short
    ? Uint8Array.of((fields.length << 4) | code)
    : join([Uint8Array.of(0xf0 | code), varint(BigInt(fields.length))]);
  return { type: 9, bytes: join([head, ...fields.map(({ bytes }) => bytes)]) };
}

const zigzag = (value: bigint) => (value >= 0n ? value * 2n : -value * 2n - 1n);

/** Seven bits a byte, the lowest first. */
export function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}
