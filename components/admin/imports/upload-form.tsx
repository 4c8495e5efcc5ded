import type { ImportMessages } from "@/messages/imports";

/** Chooses a file, or takes one dropped on the box as browsers do. A plain form: it needs no script. */
export function UploadForm({ words }: { words: ImportMessages["upload"] }) {
  return (
    <form method="post" action="/admin/imports/upload" encType="multipart/form-data" className="intake">
      <label htmlFor="import-file">{words.file}</label>
      <p className="intake-actions">
        <input
          id="import-file"
          type="file"
          name="file"
          required
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values"
        />
        <button type="submit">{words.read}</button>
      </p>
    </form>
  );
}
