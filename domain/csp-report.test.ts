import { describe, expect, test } from "vitest";
import { readPolicyReports } from "./csp-report";

describe("what a browser kept from a page", () => {
  const body = {
    "document-uri": "https://storks.example/fr/search?q=my+wish",
    "effective-directive": "script-src-elem",
    "blocked-uri": "https://elsewhere.example/run.js?token=hush",
    "source-file": "https://storks.example/invite/hushhushhush",
    "line-number": 12,
  };

  test("is read as browsers of both ages send it", () => {
    const read = {
      page: "https://storks.example/fr/search",
      directive: "script-src-elem",
      blocked: "https://elsewhere.example/run.js",
      source: "https://storks.example/invite/…",
      line: 12,
    };
    expect(readPolicyReports(JSON.stringify({ "csp-report": body }))).toEqual([read]);
    const newer = {
      documentURL: body["document-uri"],
      effectiveDirective: body["effective-directive"],
      blockedURL: body["blocked-uri"],
      sourceFile: body["source-file"],
      lineNumber: 12,
    };
    const list = [
      { type: "csp-violation", body: newer },
      { type: "deprecation", body: {} },
    ];
    expect(readPolicyReports(JSON.stringify(list))).toEqual([read]);
  });

  test("keeps a word and cuts what is long", () => {
    const [report] = readPolicyReports(
      JSON.stringify({ "csp-report": { "blocked-uri": "inline", "effective-directive": "x".repeat(9000) } }),
    )!;
    expect(report).toMatchObject({ blocked: "inline", page: "", line: null });
    expect(report!.directive).toHaveLength(200);
    const many = Array.from({ length: 500 }, () => ({ type: "csp-violation", body: {} }));
    expect(readPolicyReports(JSON.stringify(many))).toHaveLength(20);
  });

  test.each(["", "{", "null", "[]", "7", '{"csp-report": []}', '[{"type":"csp-violation"}]', "[null]"])(
    "is not %j",
    (text) => expect(readPolicyReports(text)).toBeNull(),
  );
});
