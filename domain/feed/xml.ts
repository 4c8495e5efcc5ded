/**
 * XML as text. Whatever is put into it comes out well-formed: what no XML 1.0 document may hold (control characters,
 * half a character, U+FFFE and U+FFFF) is replaced by U+FFFD.
 */
export type Xml = { readonly xml: string };

const legal = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML forbids
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "\ufffd");

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
};

/** Text as it stands between tags or in an attribute, of XML and of HTML alike. */
export const escaped = (text: string): string => legal(text).replace(/[&<>"'\r]/g, (char) => entities[char]!);

/** An element; children that are text are escaped, absent attributes and children left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (string | Xml | null)[]
): Xml {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escaped(value)}"`,
  );
  const inside = children
    .map((child) => (child === null ? "" : typeof child === "string" ? escaped(child) : child.xml))
    .join("");
  const head = `<${name}${given.join("")}`;
  return { xml: inside === "" ? `${head}/>` : `${head}>${inside}</${name}>` };
}
