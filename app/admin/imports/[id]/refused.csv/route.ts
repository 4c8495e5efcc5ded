import { hasLeave } from "@/db/mutations/leave";
import { findImportFile } from "@/db/queries/find-import";
import { reader } from "../../../../_server/database";
import { currentEditor } from "../../../../_server/editor";

/** The rows that the last check refused, whole and each with why. What a spreadsheet would run is made text. */
export async function GET(_: Request, { params }: RouteContext<"/admin/imports/[id]/refused.csv">) {
  const editor = await currentEditor();
  if (editor === null || !hasLeave(editor, "record", "read_import"))
    return new Response(null, { status: 403 });
  const { id } = await params;
  const file = await findImportFile(await reader(), id);
  if (file === null || file.refused === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(file.refused), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="refused-${id}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
