import { getTranslations } from "next-intl/server";
import { type Schema, withoutNull } from "./read-document";

/** What a parameter or a column may hold, in words: its closed list, a day, a number in its bounds. */
export async function ValueWords({ of, required = false }: { of: Schema; required?: boolean }) {
  const t = await getTranslations("api");
  const { schema, mayBeEmpty } = withoutNull(of);
  const further = [
    required && t("needs"),
    schema.default !== undefined && t("default", { value: schema.default }),
    mayBeEmpty && t("empty"),
  ].filter((one) => one !== false);
  return (
    <span className="secondary api-values">
      {schema.enum ? <Choice words={schema.enum} lead={t("values")} /> : kindOf()}
      {further.length > 0 && `, ${further.join(", ")}`}
    </span>
  );

  function kindOf(): string {
    const { type, format, minimum, maximum, pattern } = schema;
    if (format === "date") return t("day");
    if (type === "integer")
      return maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
        ? `${t("integer")} ${t("range", { least: minimum ?? 0, most: maximum })}`
        : t("integer");
    if (type === "boolean") return t("boolean");
    if (type === "array") return t("list");
    if (type === "object") return t("object");
    return pattern?.startsWith("^-?\\d") ? t("decimal") : t("text");
  }
}

function Choice({ words, lead }: { words: readonly string[]; lead: string }) {
  return (
    <>
      {lead}{" "}
      {words.map((word, index) => (
        <span key={word}>
          {index > 0 && " "}
          <code>{word}</code>
        </span>
      ))}
    </>
  );
}
