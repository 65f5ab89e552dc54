import { z } from "zod";
import { roleSchema } from "./role-schemas";
import type { Role } from "./roles";

/** Inputs of the platform's acts on schools and on who belongs to them; issues carry keys of the `errors` messages. */

/** `confirm` is the school's slug, typed out. */
export const deleteOrganizationInput = z.object({ organizationId: z.uuid(), confirm: z.string().max(200) });

export const memberInput = z.object({ organizationId: z.uuid(), userId: z.uuid() });

/** From `organizationId` to another school, in another role where one is given. */
export const transferUserInput = memberInput.extend({
  toOrganizationId: z.uuid(),
  role: roleSchema.optional(),
});

export type DeleteOrganizationInput = z.output<typeof deleteOrganizationInput>;
export type MemberInput = z.output<typeof memberInput>;
export type TransferUserInput = z.output<typeof transferUserInput>;

type Named = { id: string; name: string };

/** What a transfer would do, before it is done. */
export type TransferPreview = {
  person: Named & { email: string; role: Role };
  from: Named;
  to: Named;
  /** The role in the new school. */
  role: Role;
  /** What the transfer would be refused with: a key of the `errors` messages; null where nothing stands against it. */
  refusal: { key: string; values: Record<string, string | number> } | null;
  /** What goes along, beside the account with its name, address, password and preferences. */
  moves: { workspaces: number };
  /** History that stays with the old school; telephone and picture, which were given to it, stay too. */
  stays: { enrollments: number; events: number };
  /** What ends with the old membership. */
  closes: {
    enrollments: (Named & { isWaiting: boolean })[];
    /** Of a class that they lead: `successor` leads on; null where nobody does. */
    coached: (Named & { isLead: boolean; successor: Named | null })[];
    /** Pending invitations of the person's address, in either school. */
    invitations: { from: number; to: number };
    /** Keys that the person made for other programs. */
    apiKeys: Named[];
    /** Sessions opened at the old school's own address. */
    sessions: number;
  };
};
