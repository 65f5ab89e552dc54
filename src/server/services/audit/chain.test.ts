import { describe, expect, it } from "vitest";
import { BEGINNING, canonicalForm, sealHash } from "./chain";

describe("the form of a chain", () => {
  const event = {
    id: "01936d2e-7f5c-7000-8000-000000000001",
    organization_id: null,
    actor_name: "Zoé Ñáñez",
    via: "web",
    on_behalf_of: "",
    action: "class.updated",
    after: '{"name": "5.º \\"B\\"", "capacity": 30.50}',
    created_at: "2026-11-21T16:03:33.123456Z",
    position: "4",
  };
  const canonical = String.raw`{"action":"class.updated","actor_name":"Zoé Ñáñez","after":"{\"name\": \"5.º \\\"B\\\"\", \"capacity\": 30.50}","created_at":"2026-11-21T16:03:33.123456Z","id":"01936d2e-7f5c-7000-8000-000000000001","on_behalf_of":"","via":"web"}`;

  it("is every column that says something, sorted, as text; nothing else of the row", () => {
    expect(canonicalForm(event)).toBe(canonical);
  });

  it("is hashed behind the hash before it, as any other program does", () => {
    const first = sealHash(BEGINNING, canonical);
    expect(first).toBe("85c30327f154ff851abbc864222b9201f5d1b028634df86c2391c88ef933ac30");
    expect(sealHash(first, canonical)).toBe(
      "1e18dfd03c7eb1603901dfe9fecac9713a6a2c8010bd61bd72df717fa3a3e2cc",
    );
  });
});
