import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { organizations } from "@/db/schema/core/organizations";
import { atGate } from "@/db/scope";
import { SETTING_KEYS, SETTINGS, type Settings } from "@/domain/setting-list";
import { contextFor } from "@/server/context";
import { createCaller } from "@/server/root";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { setSettings } from "../../../../tests/support/settings";

const { urls } = await useTestDatabase();
await makeSchool(urls.operator);

const visitor = createCaller(contextFor(undefined, { ipAddress: null, userAgent: null }));

/** None of them a default. */
const SET: Settings = {
  "branding.primaryColor": "#8c2f39",
  "branding.shortName": "Samanes",
  "branding.motto": "A la sombra, crecemos",
  "branding.showOnSignIn": true,
  "contact.email": "contacto@samanes.example",
  "contact.phone": "+58 241 555 0100",
  "contact.website": "https://samanes.example",
  "contact.address": "Av. Bolívar, Valencia",
  "region.locale": "es",
  "region.timeZone": "Europe/Madrid",
  "region.weekStart": "sunday",
  "official.name": "Liceo Bolivariano",
  "official.deaCode": "OD00541105",
  "official.statisticalCode": "123456",
  "official.dependencyCode": "123456789",
  "official.address": "Av. Bolívar",
  "official.municipality": "Valencia",
  "official.state": "Carabobo",
  "official.director": "Irene Rectora",
  "invitations.days": 33,
  "invitations.defaultRole": "COACH",
  "invitations.coachRoles": ["PARENT"],
  "students.importHold": 25,
  "registration.isOpen": true,
};

describe.each(["app", APART])("a school placed in %s, before sign-in,", (placement) => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    await setSettings(urls.operator, school, SET);
  });

  test("shows its face, and none of what is its own business", async () => {
    const seen = await visitor.organization.public({ slug: school.slug });
    expect(seen).toMatchObject({
      slug: school.slug,
      motto: "A la sombra, crecemos",
      primaryColor: "#8c2f39",
      contact: {
        email: "contacto@samanes.example",
        phone: "+58 241 555 0100",
        website: "https://samanes.example",
        address: "Av. Bolívar, Valencia",
      },
      // Who registers joins the default school, which this one is not.
      canRegister: false,
    });
    expect(Object.keys(seen).sort()).toEqual([
      "canRegister",
      "contact",
      "description",
      "logoUrl",
      "motto",
      "name",
      "primaryColor",
      "slug",
      "url",
    ]);
  });

  test("gives the gate's role the public rows alone, whatever it asks", async () => {
    const open = SETTING_KEYS.filter((key) => SETTINGS[key].isPublic);
    expect(open.length).toBeLessThan(SETTING_KEYS.length);
    const keysBy = (statement: ReturnType<typeof sql>) =>
      atGate({ organizationId: school.id }, async (tx) => [...(await tx.db.execute(statement))]);
    const rows = await keysBy(
      sql`select key, value from core.organization_settings where organization_id = ${school.id}`,
    );
    expect(rows.map(({ key }) => key).sort()).toEqual([...open].sort());
    expect(
      await keysBy(
        sql`select key from core.organization_settings where not is_public or key like 'invitations.%'`,
      ),
    ).toEqual([]);
    for (const statement of [
      sql`update core.organization_settings set is_public = true`,
      sql`insert into core.organization_settings (organization_id, key, value, is_public)
        values (${school.id}, 'x.y', '1', true)`,
      sql`delete from core.organization_settings`,
      sql`update core.organization_slugs set organization_id = ${school.id}`,
    ])
      await expect(keysBy(statement)).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("the default school, on the page where one signs in,", () => {
  const face = () => visitor.account.signedOutSchool();
  const set = async (settings: Partial<Settings>) => {
    const [own] = await asOperator(urls.operator, ({ db }) =>
      db.select({ id: organizations.id }).from(organizations).where(sql`is_default`),
    );
    await setSettings(urls.operator, { id: own?.id ?? "" }, settings);
  };

  test("shows motto and contact where it wants them there", async () => {
    await set(SET);
    expect(await face()).toMatchObject({ motto: SET["branding.motto"], canRegister: true });
    expect((await face()).contact.email).toBe("contacto@samanes.example");
    await set({ "branding.showOnSignIn": false, "registration.isOpen": false });
    expect(await face()).toMatchObject({
      motto: "",
      contact: { email: "", phone: "", website: "", address: "" },
      primaryColor: "#8c2f39",
      canRegister: false,
    });
  });

  test("takes nobody in while it is closed, with one answer for every address", async () => {
    await set({ "registration.isOpen": false });
    const ask = (email: string) =>
      visitor.account
        .register({ name: "Ana", email, password: "Colibri verde 7", locale: "en" })
        .catch((error: Error) => error.message);
    const known = await makeSchool(urls.operator);
    expect(await ask(known.people.STUDENT.email)).toBe("account.registrationClosed");
    expect(await ask("nobody@people.example")).toBe("account.registrationClosed");
    await set({ "registration.isOpen": true });
    expect(await ask("nobody@people.example")).toBeUndefined();
  });
});
