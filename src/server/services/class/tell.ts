import type { TenantTx } from "@/db/scope";
import type { CLASS_CHANGES } from "@/domain/notifications";
import { type AuditEvent, recordEvents } from "../audit";
import { notify } from "../notification";

type Named = { id: string; name: string };
/** `waitNumber` is the place in the waiting list that they give up. */
type Student = Named & { waitNumber?: number | null };

/** How a change stands in the log: of the class, and of the student. */
const ACTIONS = {
  enrolled: ["class.student_enrolled", "user.class_enrolled"],
  waiting: ["class.student_waiting", "user.class_waiting"],
  promoted: ["class.student_promoted", "user.class_promoted"],
  withdrawn: ["class.student_withdrawn", "user.class_withdrawn"],
  moved: ["class.student_moved", "user.class_moved"],
} as const satisfies Record<(typeof CLASS_CHANGES)[number], readonly [string, string]>;

/** What became of the places of some students of one class. */
export type PlacesChanged = {
  change: keyof typeof ACTIONS;
  class: Named;
  students: readonly Student[];
  /** Of a move: the class that they come from, or go to. */
  from?: Named;
  to?: Named;
  on?: string;
  reason?: string;
  /** What else happened, that this comes of. */
  because?: "accepted" | "left_school" | "back_at_school" | "class_archived" | "class_restored";
};

/** Names that one event of a class holds: who else there was stands in the people's own events. */
const NAMED = 100;

/**
 * Records what became of students' places, once in the class's log and once in each person's, and has the people told.
 */
export async function tellPlaces(tx: TenantTx, changes: readonly PlacesChanged[]): Promise<void> {
  const happened = changes.filter(({ students }) => students.length > 0);
  const told = happened.filter(concernsPeople);
  await recordEvents(tx, [...happened.map(classEvent), ...told.flatMap(studentEvents)]);
  await notify(
    tx,
    told.flatMap(({ change, class: { name }, students, to }) =>
      students.map(({ id: userId }) => ({
        userId,
        notice: {
          kind: "classes" as const,
          change,
          className: to?.name ?? name,
          ...(to && { fromClassName: name }),
        },
      })),
    ),
  );
}

function classEvent(changed: PlacesChanged): AuditEvent {
  const { change, class: found, students } = changed;
  return {
    action: ACTIONS[change][0],
    subject: { type: "class", id: found.id, name: found.name },
    after: { count: students.length, students: students.slice(0, NAMED).map(named), ...detailsOf(changed) },
  };
}

function studentEvents(changed: PlacesChanged): AuditEvent[] {
  const { change, class: found, students } = changed;
  return students.map((student) => ({
    action: ACTIONS[change][1],
    subject: { type: "user", ...named(student) },
    ...(student.waitNumber && { before: { waitNumber: student.waitNumber } }),
    after: { class: named(found), ...detailsOf(changed) },
  }));
}

function detailsOf({ from, to, on, reason, because }: PlacesChanged) {
  return {
    ...(from && { fromClass: named(from) }),
    ...(to && { toClass: named(to) }),
    ...(on && { on }),
    ...(reason && { reason }),
    ...(because && { because }),
  };
}

/** Whose own events tell it already: that they came by an invitation, left the school, or are back. */
const KNOWN: readonly PlacesChanged["because"][] = ["accepted", "left_school", "back_at_school"];

// A move is told by the class that they come from.
function concernsPeople({ from, because }: PlacesChanged): boolean {
  return from === undefined && !KNOWN.includes(because);
}

function named({ id, name }: Named): Named {
  return { id, name };
}

/** Has people told that they lead or coach a class from now on. */
export async function tellCoaches(
  tx: TenantTx,
  coaches: readonly { userId: string; isLead: boolean; className: string }[],
): Promise<void> {
  await notify(
    tx,
    coaches.map(({ userId, isLead, className }) => ({
      userId,
      notice: { kind: "coaching", part: isLead ? "lead" : "coach", className },
    })),
  );
}
