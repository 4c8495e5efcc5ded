/**
 * The words of a cell as they were: Excel writes what XML cannot hold as `_x000D_`, and what merely looks like that
 * as `_x005F_x000D_` (ECMA-376, ST_Xstring).
 */
export const unescapeXstring = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
