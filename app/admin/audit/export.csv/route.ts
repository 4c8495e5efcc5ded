import { readAuditQuery } from "@/components/admin/audit/audit-query";
import { csvRow } from "@/components/admin/audit/csv-row";
import { hasLeave } from "@/db/mutations/leave";
import { auditColumns, streamAuditRows } from "@/db/queries/list-audit-events";
import { reader } from "../../../_server/database";
import { currentEditor } from "../../../_server/editor";

/** What is filtered of the audit, as CSV, page by page: the whole of it never stands in memory. */
export async function GET(request: Request): Promise<Response> {
  const editor = await currentEditor();
  if (editor === null || !hasLeave(editor, "read_audit", "export_audit"))
    return new Response(null, { status: 403 });
  const { query, ignored } = readAuditQuery(new URL(request.url).searchParams);
  if (ignored.length > 0) {
    const detail = `Not understood: ${ignored.join(", ")}.`;
    return Response.json({ type: "about:blank", title: "Bad Request", status: 400, detail }, { status: 400 });
  }
  const rows = streamAuditRows(await reader(), query);
  const encoder = new TextEncoder();
  let begun = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const lines = begun ? [] : [csvRow(auditColumns)];
      begun = true;
      for (let count = 0; count < 500; count++) {
        const { done, value } = await rows.next();
        if (done) {
          if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")));
          return controller.close();
        }
        lines.push(csvRow(value));
      }
      controller.enqueue(encoder.encode(lines.join("")));
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="audit.csv"',
      "Cache-Control": "no-store",
    },
  });
}
