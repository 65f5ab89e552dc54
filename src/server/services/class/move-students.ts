import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { MoveInput } from "@/domain/class";
import type { MoveResult } from "@/domain/class-list";
import { notFound } from "@/server/errors";
import { fillSeats, type Promoted } from "./fill-seats";
import { holdMembers, studentRefusal } from "./members";
import { lockClasses } from "./policies";
import { placeStudents, readOpenPlaces } from "./seats";
import { tellPlaces } from "./tell";
import { closePlaces, readPlaced } from "./withdraw-students";

/**
 * Moves people from one class to another at once: off the one, onto the roster of the other while it has seats, then
 * onto its waiting list; the waiting list that they leave behind moves up. One result a person.
 */
export async function moveStudents(
  actor: OrganizationActor,
  { fromId, toId, userIds, on, reason }: MoveInput,
): Promise<{ results: MoveResult[]; promoted: Promoted[] }> {
  return inOrganization(actor, async (tx) => {
    const members = await holdMembers(tx, userIds);
    const [from, to] = await lockClasses(tx, [fromId, toId], "roster");
    if (!from || !to) throw notFound();
    const [placed, there] = await Promise.all([
      readPlaced(tx, fromId, userIds),
      readOpenPlaces(tx, toId, userIds),
    ]);
    const refusalOf = (id: string): Exclude<MoveResult["outcome"], "moved" | "waiting"> | undefined => {
      const member = members.get(id);
      if (!member || !placed.has(id)) return "not_enrolled";
      const place = there.get(id);
      if (place) return place.state === "active" ? "already_enrolled" : "already_waiting";
      return studentRefusal(member);
    };
    const moving = [...placed.values()].filter(({ id }) => refusalOf(id) === undefined);
    await closePlaces(tx, moving, { at: new Date(), on, reason, movedTo: toId });
    const { enrolled, waiting } = await placeStudents(tx, to, moving);
    await tellPlaces(tx, [
      { change: "moved", class: from, students: moving, to, on, reason },
      { change: "enrolled", class: to, students: enrolled, from },
      { change: "waiting", class: to, students: waiting, from },
    ]);
    const promoted = await fillSeats(tx, [fromId]);
    const isWaiting = new Set(waiting.map(({ id }) => id));
    const results = userIds.map((id): MoveResult => {
      const outcome = refusalOf(id) ?? (isWaiting.has(id) ? "waiting" : "moved");
      return { id, name: placed.get(id)?.name ?? "", outcome };
    });
    return { results, promoted };
  });
}
