import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { accounts } from "@/db/schema/core/accounts";
import { auditEvents } from "@/db/schema/core/audit";
import { users } from "@/db/schema/core/users";
import { updateProfileInput } from "@/domain/account";
import { storage } from "@/server/adapters/storage/storage";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { refusal } from "../../../../tests/support/people";
import { makeSchool } from "../../../../tests/support/schools";
import { signedInAs } from "../../../../tests/support/signed-in";
import { removePhoto, setPhoto } from "./photo";
import { getProfile, updateProfile } from "./profile";

const { urls } = await useTestDatabase();

const picture = (background: string) =>
  sharp({ create: { width: 600, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer()
    .then((bytes) => ({ content: bytes.toString("base64") }));

function actsOn(userId: string) {
  return asOperator(urls.operator, ({ db }) =>
    db.select().from(auditEvents).where(eq(auditEvents.subjectId, userId)).orderBy(auditEvents.createdAt),
  );
}

describe.each(["app", APART])("in placement %s", async (placement) => {
  const school = await makeSchool(urls.operator, placement);
  const { STUDENT: student, PARENT: parent } = school.people;
  const who = signedInAs(school, student);

  const rows = (person = student) =>
    asOperator(urls.operator, async ({ db }) => {
      const [account] = await db.select().from(accounts).where(eq(accounts.id, person.accountId));
      const [member] = await db
        .select()
        .from(users)
        .where(and(eq(users.organizationId, school.id), eq(users.id, person.id)));
      if (!account || !member) throw new Error("nobody");
      return { account, member };
    });

  test("a name changes in the account and in the school's copy, with its keys", async () => {
    const before = await rows(parent);
    await updateProfile(who, updateProfileInput.parse({ name: "  Íngrid   Sáez " }));
    const { account, member } = await rows();
    expect([account.name, member.name]).toEqual(["Íngrid Sáez", "Íngrid Sáez"]);
    expect(member.sortKey).toBe("ingrid saez");
    expect(member.searchKey).toContain(" saez");
    expect(member.searchKey).toContain("people");
    expect(await rows(parent)).toEqual(before);
    expect((await actsOn(student.id)).at(-1)).toMatchObject({
      organizationId: school.id,
      action: "user.profile_changed",
      before: { name: student.name },
      after: { name: "Íngrid Sáez" },
    });
  });

  test("a telephone number is kept as it was written, and can be taken away", async () => {
    await updateProfile(who, updateProfileInput.parse({ phone: "+58 (241) 555-0100" }));
    expect(await getProfile(who)).toMatchObject({ phone: "+58 (241) 555-0100", email: student.email });
    await updateProfile(who, updateProfileInput.parse({ phone: "" }));
    expect((await getProfile(who)).phone).toBe("");
    expect(updateProfileInput.safeParse({ phone: "call me" }).error?.issues[0]?.message).toBe(
      "settings.phone",
    );
  });

  test("saving what is there already writes nothing down", async () => {
    const count = (await actsOn(student.id)).length;
    await updateProfile(who, {});
    await updateProfile(who, { phone: "" });
    expect(await actsOn(student.id)).toHaveLength(count);
  });

  test("a photo is a square of our own making; the one before is deleted", async () => {
    const keys = () => storage().list(`schools/${school.id}/photos/`);
    const first = await setPhoto(who, await picture("#8c2f39"));
    expect(first.photoUrl).toMatch(
      new RegExp(`^/api/files/schools/${school.id}/photos/[0-9a-f-]+\\.webp\\?`),
    );
    const [kept = ""] = await keys();
    const file = await storage().get(kept);
    const { width, height, format } = await sharp(await new Response(file?.stream).arrayBuffer()).metadata();
    expect({ width, height, format }).toEqual({ width: 256, height: 256, format: "webp" });

    await setPhoto(who, await picture("#1d4e9e"));
    expect(await keys()).toHaveLength(1);
    expect(await keys()).not.toContain(kept);
    expect((await getProfile(who)).photoUrl).toContain(String(await keys()));
    await removePhoto(who);
    await removePhoto(who);
    expect(await keys()).toEqual([]);
    expect((await getProfile(who)).photoUrl).toBeNull();
    expect((await actsOn(student.id)).map(({ action }) => action).slice(-3)).toEqual([
      "user.photo_changed",
      "user.photo_changed",
      "user.photo_removed",
    ]);
  });

  test("a file that is no picture leaves everything as it was", async () => {
    const script = Buffer.from("<svg><script/></svg>").toString("base64");
    expect(await refusal(setPhoto(who, { content: script }))).toMatchObject({ key: "image.svg" });
    expect((await getProfile(who)).photoUrl).toBeNull();
  });

  test("of many photos at once one is kept", async () => {
    const pictures = await Promise.all(["#111", "#333", "#555", "#777"].map(picture));
    await Promise.all(pictures.map((one) => setPhoto(who, one)));
    expect(await storage().list(`schools/${school.id}/photos/`)).toHaveLength(1);
    await removePhoto(who);
  });

  test("who is shut out changes nothing", async () => {
    const { user, organization } = who.session;
    for (const session of [
      { ...who.session, user: user && { ...user, status: "suspended" as const } },
      { ...who.session, organization: organization && { ...organization, status: "suspended" as const } },
      { ...who.session, user: null, organization: null },
    ])
      expect(await refusal(updateProfile({ ...who, session }, { name: "Nobody" }))).toMatchObject({
        kind: "forbidden",
      });
  });
});
