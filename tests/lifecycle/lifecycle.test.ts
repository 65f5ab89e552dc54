import fc from "fast-check";
import { expect, test } from "vitest";
import { onOperatorConnection } from "@/db/operator";
import type { Actor } from "@/db/scope";
import { useTestDatabase } from "../support/database";
import { makeSchool } from "../support/schools";
import { type Act, Model } from "./model";
import { Real } from "./real";

// Random lives of schools, on the real services and in a small model: both tell the same at every step.

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);
const ADMIN: Actor = master.actor(master.people.ADMIN);

const RUNS = 10;
/** A slow machine tries fewer. */
const PATIENCE = 15_000;
const SLUGS = 4;

// One more than there may be: what is not there is tried too.
const school = fc.nat({ max: 3 });
const person = fc.nat({ max: 60 });
const invitation = fc.nat({ max: 3 });
const role = fc.constantFrom("STUDENT" as const, "COACH" as const, "ORG_ADMIN" as const);

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("invite" as const), apart: fc.nat(4).map((n) => n === 0) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("revoke" as const), invitation }) },
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant("accept" as const), invitation, slug: fc.nat(SLUGS - 1) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("meet" as const) }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant("add" as const), person, school, role }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("remove" as const), person, school }) },
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constant("transfer" as const), person, from: school, to: school }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("delete" as const),
      school,
      isRight: fc.nat(4).map((n) => n > 0),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      act: fc.constantFrom(
        ...([
          "provision",
          "suspend",
          "reactivate",
          "reactivate",
          "restore",
          "pass",
          "purge",
          "purge",
        ] as const),
      ),
      school,
    }),
  },
);

/** Two schools and somebody new: nobody's life begins with nothing. */
const BEGINNING: readonly Act[] = [
  { act: "meet" },
  { act: "invite", apart: false },
  { act: "invite", apart: true },
  { act: "accept", invitation: 0, slug: 0 },
  { act: "accept", invitation: 1, slug: 1 },
];

test("any sequence of acts leaves every school, member and sign-in as the model says", async () => {
  const seed = Date.now() % 2 ** 31;
  console.info(`Seed of the lives of schools: ${seed}`);
  await onOperatorConnection(urls.operator, (db) =>
    fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 22 }), async (acts) => {
        const model = new Model();
        const real = new Real(urls, db, ADMIN);
        for (const drawn of [...BEGINNING, ...acts]) {
          const each = "person" in drawn ? { ...drawn, person: drawn.person % model.people.length } : drawn;
          const said = model.apply(each);
          expect([each, await real.apply(each)]).toEqual([each, said]);
          expect([each, await real.view()]).toEqual([each, model.view()]);
        }
      }),
      { numRuns: RUNS, seed, endOnFailure: true, interruptAfterTimeLimit: PATIENCE },
    ),
  );
}, 60_000);
