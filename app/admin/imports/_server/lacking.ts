import type { MapForm } from "@/components/admin/imports/map-form";
import { fill } from "@/domain/format";
import { dateFields, numberFields } from "@/domain/import/field-readers";
import type { ImportField } from "@/domain/import/row";
import type { TableLook } from "@/domain/import/rows-apart";
import type { ImportMessages } from "@/messages/imports";

/** What the boxes of the columns do not say yet, in words: nothing that a file leaves open is guessed. */
export function lackingIn(form: MapForm, look: TableLook, { lack, field: names }: ImportMessages): string[] {
  const roles = form.columns.map(({ role }) => role);
  const values = roles.filter((role) => role === "value").length;
  const has = (field: ImportField) =>
    roles.includes(field) || Boolean(form.constants[field]) || form.kept.includes(field);
  const everyFigure = (field: "metric" | "unit") =>
    has(field) ||
    (values > 0 && roles.every((role, at) => role !== "value" || Boolean(form.figures[at]?.[field])));
  const said: string[] = [];
  if (form.dataset !== null) {
    if (!everyFigure("metric")) said.push(lack.metric);
    if (!["value", "low", "high"].some((field) => has(field as ImportField))) said.push(lack.value);
    if (!has("period_start")) said.push(lack.period_start);
    if (!has("claimant") && !has("attribution")) said.push(lack.claimant);
    const { slug, title, publisher } = form.dataset;
    if (slug === "" && (title === "" || publisher === "")) said.push(lack.dataset);
  }
  for (const [at, role] of roles.entries()) {
    if (role === "") continue;
    if (role !== "value" && roles.indexOf(role) !== at) said.push(fill(lack.twice, { field: names[role] }));
    const { numbers, dates, name } = look.columns[at]!; // one a column
    const column = form.columns[at]!;
    if (isOne(numberFields, role) && numbers?.unclear && column.decimal === "")
      said.push(fill(lack.ambiguousNumber, { column: name }));
    if (isOne(dateFields, role) && dates?.unclear && column.order === "")
      said.push(fill(lack.ambiguousDate, { column: name }));
  }
  return said;
}

const isOne = (fields: readonly ImportField[], field: ImportField) => fields.includes(field);
