import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { isReadable } from "./unreadable";

const action = { "next-action": "x" };
const text = { ...action, "content-type": "text/plain;charset=UTF-8" };

const sent = (body: BodyInit, headers: Record<string, string> = {}) =>
  isReadable(new NextRequest("http://localhost/fr", { method: "POST", headers, body }));

function form(fields: Readonly<Record<string, string>>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

test.each([
  ["a form", form({ words: "$5 {" }), {}],
  ["a form without script", form({ "$ACTION_1:0": '{"id":"x","bound":"$@1"}', "$ACTION_1:1": "[1]" }), {}],
  ["a list of arguments", '[{"a":"$$5"},"$undefined","$0:0"]', text],
  ["a list with a form in it", form({ "1_words": "$5 {", "0": '["$D2025-01-01","$K1"]' }), action],
  ["what is called by nobody", "anything", { "content-type": "text/plain" }],
])("%s is read", async (_, body, headers) => {
  expect(await sent(body, headers)).toBe(true);
});

const broken = { "content-type": "multipart/form-data; boundary=x" };
const cut = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nfoo';

test.each([
  ["a form that breaks off", cut, broken],
  ["a form that says not where its fields end", cut, { "content-type": "multipart/form-data" }],
  ["arguments that are no list", '{"0":1}', text],
  ["arguments that are no JSON", "[1", text],
  ["nothing at all", "", text],
  ["a reference that no page of ours makes", '["$F1","$Q2"]', text],
  ["a form without its arguments", form({ "1_words": "a" }), action],
  ["arguments of a form without script that are no JSON", form({ "$ACTION_1:1": "garbage" }), {}],
])("%s is not", async (_, body, headers) => {
  expect(await sent(body, headers)).toBe(false);
});
