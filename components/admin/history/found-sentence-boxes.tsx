"use client";

import { useForm } from "./form-words";

/** Boxes for the sentence that a figure of a dataset's row still needs: which article, and its words. */
export function FoundSentenceBoxes() {
  const { history, problemsOf } = useForm();
  const { found } = history;
  return (
    <fieldset className="boxes">
      <legend>{found.title}</legend>
      <p className="secondary box-wide">{found.hint}</p>
      <label className="box box-wide">
        {found.source}
        <input name="found.source" autoComplete="off" maxLength={400} />
      </label>
      <label className="box box-wide">
        {found.sentence}
        <textarea name="found.sentence" rows={3} maxLength={4000} />
      </label>
      <label className="box">
        {found.number}
        <input name="found.number" autoComplete="off" maxLength={200} />
      </label>
      {problemsOf("found").map((words) => (
        <p key={words} className="said box-wide">
          {words}
        </p>
      ))}
    </fieldset>
  );
}
