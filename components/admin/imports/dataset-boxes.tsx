import { languages } from "@/domain/vocabulary";
import type { ImportMessages } from "@/messages/imports";
import type { DatasetForm } from "./map-form";
import type { Boxes, MapChoices } from "./map-shown";

type Props = {
  form: DatasetForm;
  boxes: Boxes;
  choices: MapChoices;
  languageNames: Readonly<Record<string, string>>;
  words: ImportMessages["dataset"];
};

/** What the table is as a source: one that is there already, or a new one. */
export function DatasetBoxes({ form, boxes, choices, languageNames, words }: Props) {
  const box = (name: keyof DatasetForm) => ({
    id: `dataset-${name}`,
    name: `dataset.${name}`,
    defaultValue: boxes.value(`dataset.${name}`, form[name]),
  });
  const known = choices.datasets.some(([slug]) => slug === form.slug);
  return (
    <section aria-labelledby="dataset-title">
      <h2 id="dataset-title">{words.title}</h2>
      <p className="secondary">{words.what}</p>
      <div className="boxes">
        {choices.datasets.length > 0 && (
          <div className="box">
            <label htmlFor="dataset-slug">{words.which}</label>
            <select {...box("slug")} defaultValue={boxes.value("dataset.slug", known ? form.slug : "")}>
              <option value="">{words.new}</option>
              {choices.datasets.map(([slug, title]) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </select>
            <span className="hint">{words.existing}</span>
          </div>
        )}
        <div className="box">
          <label htmlFor="dataset-title-box">{words.name}</label>
          <input {...box("title")} id="dataset-title-box" maxLength={400} />
        </div>
        <div className="box">
          <label htmlFor="dataset-publisher">{words.publisher}</label>
          <select {...box("publisher")}>
            <option value="">{words.choose}</option>
            {choices.agents.map(([slug, name]) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="box">
          <label htmlFor="dataset-url">{words.url}</label>
          <input {...box("url")} type="url" aria-describedby="dataset-url-hint" />
          <span className="hint" id="dataset-url-hint">
            {words.urlHint}
          </span>
        </div>
        <div className="box">
          <label htmlFor="dataset-lang">{words.lang}</label>
          <select {...box("lang")}>
            {languages.map((one) => (
              <option key={one} value={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </div>
        <div className="box">
          <label htmlFor="dataset-published">{words.published}</label>
          <input {...box("published")} type="date" />
        </div>
      </div>
    </section>
  );
}
