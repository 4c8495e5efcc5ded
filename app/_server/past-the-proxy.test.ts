import { expect, test } from "vitest";
import { config } from "../../proxy";

/** As Next compiles it: the address as it was sent, from end to end. */
const matcher = new RegExp(`^${config.matcher[0]}$`);

test("what is plainly the API's is not asked about on its way", () => {
  for (const path of ["figures.json", "figures/936vk6e1.json", "metrics/storks-counted.svg", "drafts"])
    expect(matcher.test(`/api/v1/${path}`), path).toBe(false);
});

test("what could be anything else is", () => {
  for (const path of [
    "/",
    "/en",
    "/admin",
    "/admin/imports",
    "/api/v1/../admin",
    "/api/v1/..%2fadmin",
    "/api/v1/%2e%2e/admin",
    "/api/v1/figures/../../../admin",
    "/api/v1//admin",
    "/api/v1/%",
    "/api/v1/figures.json/",
    "/api/v1",
    "/api/auth/sign-in",
    "/api/v1x/admin",
  ])
    expect(matcher.test(path), path).toBe(true);
});
