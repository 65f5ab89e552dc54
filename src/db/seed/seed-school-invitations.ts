import type { OrganizationPlan, SchoolInvitationStatus } from "@/domain/roles";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { searchKey } from "@/lib/text-keys";
import type { OperatorTx } from "../operator";
import { schoolInvitations } from "../schema/core/onboarding";

type DemoInvitation = {
  name: string;
  contactEmail: string;
  plan: OrganizationPlan;
  slug?: string;
  status?: SchoolInvitationStatus;
  /** Days since it was sent: after thirty its time is up. */
  age: number;
};

const INVITED: DemoInvitation[] = [
  {
    name: "U.E. Cecilio Acosta",
    contactEmail: "direccion.acosta@colegios-demo.example",
    plan: "PRO",
    slug: "cecilio-acosta",
    age: 4,
  },
  {
    name: "Liceo Juan Vicente González",
    contactEmail: "subdireccion.gonzalez@colegios-demo.example",
    plan: "COMMUNITY",
    age: 36,
  },
  {
    name: "Colegio Teresa Carreño",
    contactEmail: "administracion.carreno@colegios-demo.example",
    plan: "ENTERPRISE",
    slug: "teresa-carreno",
    status: "revoked",
    age: 52,
  },
];

/** Schools that the demo's platform has asked to join; their letters are of the past, and nobody has their links. */
export async function seedSchoolInvitations({ db }: OperatorTx, invitedBy: string): Promise<void> {
  await db.insert(schoolInvitations).values(
    INVITED.map(({ age, status = "pending", ...invitation }) => {
      const at = new Date(Date.now() - age * DAY);
      return {
        ...invitation,
        id: newId(),
        searchKey: searchKey(`${invitation.name} ${invitation.contactEmail}`),
        invitedBy,
        status,
        delivery: "sent" as const,
        sendCount: 1,
        lastSentAt: at,
        createdAt: at,
        expiresAt: new Date(at.getTime() + 30 * DAY),
        closedAt: status === "pending" ? null : new Date(at.getTime() + 3 * DAY),
      };
    }),
  );
}
