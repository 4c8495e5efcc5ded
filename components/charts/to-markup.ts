import { Fragment, isValidElement, type ReactNode } from "react";

/**
 * Writes what plain function components draw as markup, many times faster than a renderer that must be ready for hooks,
 * context and promises: our drawings have none, and a dense one has thousands of elements. Throws on what it cannot
 * write; a test holds it against React's own.
 */
export function toMarkup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string" || typeof node === "number") return escaped(String(node));
  if (Array.isArray(node)) {
    let all = "";
    for (const one of node) all += toMarkup(one);
    return all;
  }
  if (!isValidElement<Props>(node)) throw new Error("Only elements, texts and lists of them can be written");
  const { type, props } = node;
  if (type === Fragment) return toMarkup(props.children);
  if (typeof type === "function") return toMarkup((type as (props: Props) => ReactNode)(props)); // ours are functions
  if (typeof type !== "string") throw new Error("A component of this kind cannot be written");
  const inner = toMarkup(props.children);
  const open = `<${type}${attributes(props)}`;
  return inner === "" && shapes.has(type) ? `${open}/>` : `${open}>${inner}</${type}>`;
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

/** Elements of SVG that may close themselves. */
const shapes: ReadonlySet<string> = new Set(["path", "polygon", "circle", "rect"]);

const names: Readonly<Record<string, string>> = {
  className: "class",
  textAnchor: "text-anchor",
  tabIndex: "tabindex",
};

function attributes(props: Props): string {
  let text = "";
  for (const name in props) {
    const value = props[name];
    if (name === "children" || value === undefined || value === null) continue;
    if (typeof value !== "string" && typeof value !== "number")
      throw new Error(`The attribute ${name} cannot be written`);
    text += ` ${names[name] ?? name}="${escaped(String(value))}"`;
  }
  return text;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};
const special = /[&<>"']/g;
/** Most texts have nothing to escape: numbers, names of classes. */
const escaped = (text: string): string =>
  text.search(special) < 0 ? text : text.replace(special, (char) => entities[char] ?? char);
