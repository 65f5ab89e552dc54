import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { API_KEY_PERMISSIONS } from "@/domain/api-key-list";
import { can } from "@/domain/permissions";
import { openApiDocument, permissionsOf } from "@/server/rest/document";
import { OPERATIONS, routesAt } from "@/server/rest/operations";

test("an independent validator accepts the document, in both languages", async () => {
  for (const locale of ["en", "es"] as const) {
    const validator = new Validator();
    const verdict = await validator.validate(JSON.parse(JSON.stringify(openApiDocument(locale))));
    expect(verdict.errors ?? []).toEqual([]);
    expect(verdict.valid).toBe(true);
    expect(validator.version).toBe("3.1");
  }
});

describe("the list of operations", () => {
  test("has each name and each place once", () => {
    const names = OPERATIONS.map(({ id }) => id);
    const places = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(places).size).toBe(places.length);
  });

  test("is the document's", () => {
    const { paths = {} } = openApiDocument();
    const told = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test("gives a key what a school's admin is asked for, and nothing of the platform", () => {
    const asked = OPERATIONS.flatMap((operation) => permissionsOf(operation));
    const ofSchool = asked.filter((permission) => can("ORG_ADMIN", permission));
    expect([...API_KEY_PERMISSIONS].sort()).toEqual([...new Set(ofSchool)].sort());
  });

  test("takes a path that is written out before one with a gap", () => {
    expect(routesAt("/organizations/me").get("GET")?.operation.id).toBe("getOwnOrganization");
    expect([...routesAt("/admin/organizations/transfer-user").keys()]).toEqual(["POST"]);
    expect(routesAt("/organizations//users").size).toBe(0);
    expect(routesAt("/organizations/a/b/c").size).toBe(0);
  });
});
