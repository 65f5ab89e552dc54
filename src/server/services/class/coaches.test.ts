import { beforeEach, describe, expect, test } from "vitest";
import { MAX_COACHES } from "@/domain/class-list";
import { newId } from "@/lib/ids";
import { openClass } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addClass, addMember, eventsAbout, rosterOf } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { suspendUsers } from "../user";
import { addCoaches, removeCoach, setLead } from "./change-coaches";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("coaches of classes of a school placed in %s", (placement) => {
  let school: TestSchool;
  let helper: TestPerson;
  let id: string;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const lead = () => school.actor(school.people.COACH);
  const team = async () => {
    const { coaches } = await rosterOf(urls.operator, school, id);
    return Object.fromEntries(coaches.map(({ userId, isLead }) => [userId, isLead]));
  };

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    helper = await addMember(urls.operator, school, { role: "COACH", name: "Hugo Helper" });
    id = school.classes.led;
  });

  test("are added one by one, each with a result", async () => {
    const { COACH, ORG_ADMIN, STUDENT } = school.people;
    const asleep = await addMember(urls.operator, school, { role: "COACH" });
    await suspendUsers(admin(), { ids: [asleep.id] });
    const neighbour = await makeSchool(urls.operator, placement);
    const userIds = [helper, ORG_ADMIN, COACH, STUDENT, asleep, neighbour.people.COACH].map((one) => one.id);
    expect(await addCoaches(lead(), { id, userIds })).toMatchObject([
      { ok: true, name: "Hugo Helper" },
      { ok: true },
      { ok: false, code: "already_coach" },
      { ok: false, code: "not_coach", name: "" },
      { ok: false, code: "suspended" },
      { ok: false, code: "not_found", name: "" },
    ]);
    expect(await team()).toEqual({ [COACH.id]: true, [helper.id]: false, [ORG_ADMIN.id]: false });
    expect(await eventsAbout(urls.operator, school, id)).toMatchObject([
      { action: "class.coaches_added", after: { coaches: [{ id: helper.id }, { id: ORG_ADMIN.id }] } },
    ]);
  });

  test("are no more than a class has", async () => {
    const others: TestPerson[] = [];
    for (let n = 1; n < MAX_COACHES; n += 1)
      others.push(await addMember(urls.operator, school, { role: "COACH" }));
    const userIds = others.map((one) => one.id);
    const tooMany = { kind: "conflict", key: "class.tooManyCoaches" };
    expect(await refusal(addCoaches(admin(), { id, userIds: [...userIds, helper.id] }))).toMatchObject(
      tooMany,
    );
    await addCoaches(admin(), { id, userIds });
    expect(await refusal(addCoaches(admin(), { id, userIds: [helper.id] }))).toMatchObject(tooMany);
    expect(await refusal(setLead(admin(), { id, userId: helper.id }))).toMatchObject(tooMany);
    await setLead(admin(), { id, userId: userIds[0] ?? "" });
    expect(Object.keys(await team())).toHaveLength(MAX_COACHES);
  });

  test("hand the lead on; who led coaches beside", async () => {
    const { COACH, STUDENT } = school.people;
    await setLead(lead(), { id, userId: helper.id });
    expect(await team()).toEqual({ [COACH.id]: false, [helper.id]: true });
    expect(await eventsAbout(urls.operator, school, id)).toMatchObject([
      {
        action: "class.lead_changed",
        before: { lead: { id: COACH.id, name: COACH.name } },
        after: { lead: { id: helper.id, name: "Hugo Helper" } },
      },
    ]);
    expect(await refusal(setLead(lead(), { id, userId: COACH.id }))).toMatchObject({ kind: "forbidden" });
    expect(await refusal(setLead(admin(), { id, userId: STUDENT.id }))).toMatchObject({
      kind: "invalid",
      key: "class.cannotCoach",
      field: "userId",
    });
    await setLead(admin(), { id, userId: helper.id });
    expect(await eventsAbout(urls.operator, school, id)).toHaveLength(1);
    const { other } = school.classes;
    await setLead(admin(), { id: other, userId: helper.id });
    expect(await eventsAbout(urls.operator, school, other)).toMatchObject([{ before: { lead: null } }]);
  });

  test("leave; the lead only where another one is named", async () => {
    const { COACH, ORG_ADMIN } = school.people;
    await addCoaches(admin(), { id, userIds: [helper.id] });
    const refused = { kind: "conflict", key: "class.leadStays", field: "newLeadId" };
    for (const newLeadId of [undefined, COACH.id])
      expect(await refusal(removeCoach(admin(), { id, userId: COACH.id, newLeadId }))).toMatchObject(refused);
    expect(await refusal(removeCoach(admin(), { id, userId: COACH.id, newLeadId: newId() }))).toMatchObject({
      key: "class.cannotCoach",
      field: "newLeadId",
    });
    expect(await team()).toEqual({ [COACH.id]: true, [helper.id]: false });
    await removeCoach(lead(), { id, userId: COACH.id, newLeadId: helper.id });
    expect(await team()).toEqual({ [helper.id]: true });
    expect(await refusal(removeCoach(admin(), { id, userId: COACH.id }))).toMatchObject({
      kind: "not_found",
    });
    await removeCoach(admin(), { id, userId: helper.id, newLeadId: ORG_ADMIN.id });
    await addCoaches(admin(), { id, userIds: [helper.id] });
    await removeCoach(admin(), { id, userId: helper.id });
    expect(await team()).toEqual({ [ORG_ADMIN.id]: true });
    expect((await eventsAbout(urls.operator, school, id)).at(-1)).toMatchObject({
      action: "class.coach_removed",
      before: { coach: { id: helper.id } },
    });
  });

  test("are chosen by the lead and by admins of the school, in an active class", async () => {
    const neighbour = await makeSchool(urls.operator, placement);
    const stranger = await openClass(school, { name: "Of another", leadId: helper.id });
    const archived = await addClass(urls.operator, school, { name: "Old", state: "archived" });
    const attempts = (by: typeof admin, classId: string) => [
      () => addCoaches(by(), { id: classId, userIds: [helper.id] }),
      () => setLead(by(), { id: classId, userId: helper.id }),
      () => removeCoach(by(), { id: classId, userId: helper.id }),
    ];
    const outside = () => neighbour.actor(neighbour.people.ORG_ADMIN);
    for (const attempt of [
      ...attempts(lead, stranger),
      ...attempts(outside, stranger),
      ...attempts(admin, newId()),
    ])
      expect(await refusal(attempt())).toMatchObject({ kind: "not_found", key: "notFound" });
    for (const attempt of attempts(admin, archived))
      expect(await refusal(attempt())).toMatchObject({ kind: "conflict", key: "class.archived" });
  });
});
