import type { Sensitivity } from "@/domain/matricula/columns";
import type { AuditEvent } from "../audit";

/** The events that tell that so many people's health or income was read by taking it out. */
export function readings(
  parts: Iterable<Sensitivity>,
  subject: AuditEvent["subject"],
  count: number,
): AuditEvent[] {
  const action = { health: "health.exported", income: "guardian.income_exported" } as const;
  return [...parts].map((part) => ({ action: action[part], subject, after: { count } }));
}
