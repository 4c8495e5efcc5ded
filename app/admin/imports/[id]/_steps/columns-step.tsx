import { FactsForm } from "@/components/admin/imports/facts-form";
import { MapFields } from "@/components/admin/imports/map-fields";
import { formOfMap } from "@/components/admin/imports/map-form";
import { MapJsonForm } from "@/components/admin/imports/map-json-form";
import { OwnMapForm } from "@/components/admin/imports/own-map-form";
import { TablePreview } from "@/components/admin/imports/table-preview";
import { problemWords } from "@/components/admin/imports/table-words";
import type { Reader } from "@/db/client";
import type { FoundImport } from "@/db/queries/find-import";
import type { ReadingProblem } from "@/domain/import/table-refusal";
import type { Locale } from "@/domain/vocabulary";
import { importMessagesOf } from "@/messages/imports";
import { messagesOf } from "@/messages/messages";
import { columnShown } from "../../_server/column-shown";
import { lookAtImport } from "../../_server/look-at-import";
import { mapChoices } from "../../_server/map-choices";
import type { Said } from "../../_server/table-options";
import { mapByJson, mapColumns } from "../actions";

type Props = { db: Reader; found: FoundImport; options: Said; locale: Locale };

/** The first step: how the file is read, and what its columns are. */
export async function ColumnsStep({ db, found, options, locale }: Props) {
  const words = importMessagesOf(locale);
  const looked = await lookAtImport(db, found, options);
  const { publicId, rowVersion } = found;
  if (!looked.ok)
    return (
      <>
        <p className="said" role="alert">
          {problemWords(looked.refusal, words, locale)}
        </p>
        <FactsForm read={null} sheets={sheetsIn(looked.refusal)} {...{ options, locale, words }} />
      </>
    );
  const { header, rows, first, facts, columns, from, own, unknown } = looked.value;
  const form = formOfMap(looked.value.map, header);
  const read = { facts, rows, columns: header.length };
  const kept = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)]));
  const note = {
    map: null,
    own: null,
    remembered: words.columns.remembered,
    suggested: words.columns.suggested,
  };
  return (
    <>
      <FactsForm read={read} sheets={[]} {...{ options, locale, words }} />
      <TablePreview header={header} rows={first} words={words.preview} />
      {note[from] && <p className="notice">{note[from]}</p>}
      {own ? (
        <OwnMapForm action={mapColumns.bind(null, publicId)} options={kept} {...{ rowVersion, words }} />
      ) : (
        <MapFields
          key={rowVersion}
          action={mapColumns.bind(null, publicId)}
          options={kept}
          columns={columns.map((look, at) => columnShown(look, form.columns[at]!, unknown, locale))}
          choices={await mapChoices(db, locale, looked.value.map.lists)}
          languageNames={messagesOf(locale).languageName}
          {...{ rowVersion, form, locale, words }}
        />
      )}
      <MapJsonForm
        action={mapByJson.bind(null, publicId)}
        rowVersion={rowVersion}
        href={`/admin/imports/${publicId}`}
        words={words.mapJson}
      />
    </>
  );
}

const sheetsIn = ({ data }: ReadingProblem): readonly string[] => ("sheets" in data ? data.sheets : []);
