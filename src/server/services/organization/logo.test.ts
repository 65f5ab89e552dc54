import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { storage } from "@/server/adapters/storage/storage";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { getOrganization } from "./get-organization";
import { getPublicSchool } from "./get-public-school";
import { removeLogo, restoreLogo, setLogo } from "./logo";

const { urls } = await useTestDatabase();
await makeSchool(urls.operator);

async function picture(background: string): Promise<{ content: string }> {
  const image = sharp({ create: { width: 600, height: 300, channels: 3, background } });
  return { content: (await image.png().toBuffer()).toString("base64") };
}

describe.each(["app", APART])("the logo of a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const stored = () => storage().list(`schools/${school.id}/logos/`);
  const shownKey = async () => {
    const { logoUrl } = await getOrganization(admin());
    return logoUrl && /schools\/[^?]+/.exec(logoUrl)?.[0];
  };

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("is drawn anew, kept under the school's own key and shown by a signed address", async () => {
    expect(await setLogo(admin(), await picture("#0c6170"))).toEqual({ previous: null });
    const [key = ""] = await stored();
    expect(key).toMatch(new RegExp(`^schools/${school.id}/logos/[0-9a-f-]{36}\\.webp$`));
    expect(await shownKey()).toBe(key);
    expect((await getPublicSchool({ slug: school.slug })).logoUrl).toMatch(/^\/api\/files\/.*&signature=/);
    const file = await storage().get(key);
    const image = await sharp(await new Response(file?.stream).bytes()).metadata();
    expect(image).toMatchObject({ format: "webp", width: 256, height: 128 });
  });

  test("can be taken back: the one before is kept, older ones are not", async () => {
    await setLogo(admin(), await picture("#111111"));
    const first = await shownKey();
    const { previous } = await setLogo(admin(), await picture("#222222"));
    const second = await shownKey();
    expect(first).toContain(previous);
    expect(await stored()).toEqual([first, second].sort());

    await restoreLogo(admin(), { id: previous ?? "" });
    expect(await shownKey()).toBe(first);
    const third = await setLogo(admin(), await picture("#333333"));
    expect(await stored()).toHaveLength(2);
    expect(await stored()).not.toContain(second);

    const removed = await removeLogo(admin());
    expect(await shownKey()).toBeNull();
    await restoreLogo(admin(), { id: removed.previous ?? "" });
    expect(await shownKey()).not.toBeNull();
    expect(third.previous).toBe(previous);
    expect((await eventsAbout(urls.operator, school, school.id)).map(({ action }) => action)).toEqual([
      "organization.logo_changed",
      "organization.logo_changed",
      "organization.logo_changed",
      "organization.logo_changed",
      "organization.logo_removed",
      "organization.logo_changed",
    ]);
  });

  test("is never another school's, nor one that is not there", async () => {
    const other = await makeSchool(urls.operator);
    await setLogo(other.actor(other.people.ORG_ADMIN), await picture("#444444"));
    const theirs = /logos\/([\w-]+)/.exec((await storage().list(`schools/${other.id}/logos/`))[0] ?? "")?.[1];
    for (const id of [theirs ?? "", newId()])
      expect(await refusal(restoreLogo(admin(), { id }))).toMatchObject({ kind: "not_found" });
  });

  test("is no drawing with a script, and what was there stays", async () => {
    await setLogo(admin(), await picture("#555555"));
    const before = await shownKey();
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    expect(await refusal(setLogo(admin(), { content: svg.toString("base64") }))).toMatchObject({
      kind: "invalid",
      key: "image.svg",
      field: "content",
    });
    expect(await shownKey()).toBe(before);
    expect(await stored()).toEqual([before]);
  });

  test("of several at once is one that is there", async () => {
    const pictures = await Promise.all(["#101010", "#202020", "#303030", "#404040"].map(picture));
    await Promise.all(pictures.map((each) => setLogo(admin(), each)));
    expect(await storage().exists((await shownKey()) ?? "")).toBe(true);
    expect(await stored()).toHaveLength(2);
  });
});
