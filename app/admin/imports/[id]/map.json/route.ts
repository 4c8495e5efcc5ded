import { hasLeave } from "@/db/mutations/leave";
import { findImport } from "@/db/queries/find-import";
import { reader } from "../../../../_server/database";
import { currentEditor } from "../../../../_server/editor";
import { lookAtImport } from "../../_server/look-at-import";

/** The map of an import as MAP.json, for the command; before one was chosen, what is suggested. */
export async function GET(_: Request, { params }: RouteContext<"/admin/imports/[id]/map.json">) {
  const editor = await currentEditor();
  if (editor === null || !hasLeave(editor, "record", "read_import"))
    return new Response(null, { status: 403 });
  const db = await reader();
  const found = await findImport(db, (await params).id);
  if (found === null) return new Response(null, { status: 404 });
  const looked = found.map === null ? await lookAtImport(db, found, {}) : null;
  const map = found.map ?? (looked?.ok ? looked.value.map : null);
  if (map === null) return new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(map, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="map.json"',
      "Cache-Control": "no-store",
    },
  });
}
