import type { InvitationVerdict } from "./invitation-verdict";
import type { DeliveryStatus, InvitationStatus, Role } from "./roles";

/** What became of the lines of a sending, for the screen and the file alike. */

/** In the order in which they ask for attention. */
export const OUTCOMES = ["failed", "cancelled", "out", "queued", "sent", "accepted"] as const;
export type Outcome = (typeof OUTCOMES)[number];

type Invited = {
  line: number | null;
  email: string;
  name: string;
  role: Role;
  className: string | null;
  status: InvitationStatus;
  delivery: DeliveryStatus;
};

export type OutcomeLine = {
  line: number | null;
  email: string;
  name: string;
  role: Role | null;
  /** As written, where it names no role. */
  roleText?: string;
  className: string;
  outcome: Outcome;
  /** Why it stayed out. */
  verdict?: InvitationVerdict;
};

/** Every line of a sending with its outcome: failures first, then by line. */
export function outcomeLines(result: {
  invited: readonly Invited[];
  refused: readonly InvitationVerdict[];
}): OutcomeLine[] {
  const invited = result.invited.map(
    ({ line, email, name, role, className, status, delivery }): OutcomeLine => {
      const outcome = status === "accepted" ? status : delivery;
      return { line, email, name, role, className: className ?? "", outcome };
    },
  );
  const refused = result.refused.map((verdict): OutcomeLine => {
    const { line, email, name, role, roleText, className } = verdict;
    return { line, email, name, role, roleText, className, outcome: "out", verdict };
  });
  const rank = ({ outcome }: OutcomeLine) => OUTCOMES.indexOf(outcome);
  return [...invited, ...refused].sort((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0));
}
