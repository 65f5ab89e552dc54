import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { students } from "@/db/schema/tenant/students";
import { setStudentPhotoInput } from "@/domain/student-photo";
import { storage } from "@/server/adapters/storage/storage";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { pdf } from "../../../../tests/support/papers";
import { refusal } from "../../../../tests/support/people";
import { bomb } from "../../../../tests/support/pictures";
import { lockRecord, makeStudentSchool, type StudentSchool } from "../../../../tests/support/student-school";
import { atPlacement } from "../../../../tests/support/students";
import { getStudent } from "./get-student";
import { readStudentPhoto, removeStudentPhoto, setStudentPhoto } from "./photo";

const { urls } = await useTestDatabase();
const missing = { kind: "not_found", key: "notFound" };

const face = (background = "#0c6170") =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Artist: "Ana Gil" }, IFD3: { GPSLatitude: "10/1 29/1 0/1" } })
    .toBuffer();

describe.each(["app", APART])("the photo of a student of a school placed in %s", (placement) => {
  let made: StudentSchool;
  let id: string;
  const actor = (role: "ORG_ADMIN" | "COACH" | "PARENT" | "STUDENT") =>
    made.school.actor(made.school.people[role]);
  const set = (bytes: Uint8Array) =>
    setStudentPhoto(
      actor("ORG_ADMIN"),
      setStudentPhotoInput.parse({ id, content: Buffer.from(bytes).toString("base64") }),
    );
  const read = (who = actor("ORG_ADMIN")) => readStudentPhoto(who, { id });
  const stored = () => storage().list(`schools/${made.school.id}/students/`);
  const at = (fn: Parameters<typeof atPlacement<unknown>>[2]) => atPlacement(urls.operator, made.school, fn);

  beforeEach(async () => {
    made = await makeStudentSchool(urls.operator, placement);
    id = made.records.studentId;
  });

  test("is drawn anew as a square that tells nothing of its maker, and counts as stored", async () => {
    await set(await face());
    const [key, ...others] = await stored();
    expect(others).toEqual([]);
    expect(key).toMatch(new RegExp(`^schools/${made.school.id}/students/${id}/photos/[\\w-]+\\.webp$`));
    const bytes = await read();
    const { format, width, height, exif } = await sharp(bytes).metadata();
    expect({ format, width, height, exif }).toEqual({
      ...{ format: "webp", width: 512, height: 512, exif: undefined },
    });
    expect(await storage().size(`schools/${made.school.id}/`)).toBe(bytes.byteLength);
    expect((await getStudent(actor("ORG_ADMIN"), { id })).photoUrl).toMatch(
      new RegExp(`^/api/student-photos/${id}\\?v=`),
    );
  });

  test("is seen by who sees the student, and by nobody else", async () => {
    await set(await face());
    for (const role of ["COACH", "PARENT", "STUDENT"] as const)
      expect((await read(actor(role))).byteLength).toBeGreaterThan(100);
    const { school, otherCoach, otherParent } = made;
    for (const person of [otherCoach, otherParent])
      expect(await refusal(read(school.actor(person)))).toMatchObject(missing);
    const foreign = await makeStudentSchool(urls.operator, placement);
    expect(await refusal(read(foreign.school.actor(foreign.school.people.ORG_ADMIN)))).toMatchObject(missing);
  });

  test("is replaced and removed with its bytes, each told in the log", async () => {
    await set(await face());
    const [first] = await stored();
    const before = (await getStudent(actor("ORG_ADMIN"), { id })).photoUrl;
    await set(await face("#a03030"));
    expect(await stored()).not.toContain(first);
    expect((await getStudent(actor("ORG_ADMIN"), { id })).photoUrl).not.toBe(before);
    await removeStudentPhoto(actor("ORG_ADMIN"), { id });
    await removeStudentPhoto(actor("ORG_ADMIN"), { id });
    expect(await stored()).toEqual([]);
    expect(await refusal(read())).toMatchObject(missing);
    expect((await eventsAbout(urls.operator, made.school, id)).map(({ action }) => action)).toEqual([
      ...["student.photo_changed", "student.photo_changed", "student.photo_removed"],
    ]);
  });

  test("keeps the bytes that a merged record shows too", async () => {
    await set(await face());
    const [key] = await stored();
    await at(({ db }) =>
      db.update(students).set({ photoKey: key }).where(eq(students.id, made.records.mergedStudentId)),
    );
    await removeStudentPhoto(actor("ORG_ADMIN"), { id });
    expect(await stored()).toEqual([key]);
  });

  test.each([
    ["a drawing with a script", "image.svg", () => Buffer.from("<svg><script>alert(1)</script></svg>")],
    ["a document that calls itself a picture", "image.unsupported", () => pdf()],
    ["few bytes that open into many pixels", "image.tooManyPixels", () => bomb(40_000, 40_000)],
    ["what is cut off", "image.damaged", async () => (await face()).subarray(0, 300)],
  ])("refuses %s and leaves no file behind", async (_, key, make) => {
    await set(await face());
    const before = await stored();
    expect(await refusal(set(new Uint8Array(await make())))).toMatchObject({ kind: "invalid", key });
    expect(await stored()).toEqual(before);
  });

  test("of a record that went to another school stays as it is", async () => {
    await set(await face());
    const before = await stored();
    await lockRecord(urls.operator, made);
    expect(await refusal(face().then(set))).toMatchObject({ key: "student.locked" });
    expect(await refusal(removeStudentPhoto(actor("ORG_ADMIN"), { id }))).toMatchObject({
      key: "student.locked",
    });
    expect(await stored()).toEqual(before);
  });
});
