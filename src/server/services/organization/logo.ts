import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { ImageInput } from "@/domain/image";
import type { RestoreLogoInput } from "@/domain/organization";
import { newId } from "@/lib/ids";
import { schoolKey, storage } from "@/server/adapters/storage/storage";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { reencodeImage } from "../image";
import { lockSchool } from "./lock-school";

// Twice the largest place where it stands, for screens with small pixels.
const BOX = { width: 256, height: 256, fit: "inside" } as const;

/** The logo that was there before, by which `restoreLogo` brings it back; null where there was none. */
export type PreviousLogo = { previous: string | null };

/** Draws an uploaded picture anew and makes it the logo of the actor's school. Throws BAD_REQUEST for what is none. */
export async function setLogo(actor: OrganizationActor, { content }: ImageInput): Promise<PreviousLogo> {
  const { bytes } = await reencodeImage(Buffer.from(content, "base64"), BOX);
  return inOrganization(actor, async (tx) => {
    const school = await lockSchool(tx);
    const key = keyOf(tx, newId());
    await storage().put(key, bytes);
    return change(tx, school, key);
  });
}

/** Leaves the actor's school without a logo. */
export async function removeLogo(actor: OrganizationActor): Promise<PreviousLogo> {
  return inOrganization(actor, async (tx) => change(tx, await lockSchool(tx), null));
}

/** Brings back the logo that the last change took away. Throws NOT_FOUND where it is not kept any longer. */
export async function restoreLogo(actor: OrganizationActor, { id }: RestoreLogoInput): Promise<PreviousLogo> {
  return inOrganization(actor, async (tx) => {
    const school = await lockSchool(tx);
    const key = keyOf(tx, id);
    if (!(await storage().exists(key))) throw notFound();
    return change(tx, school, key);
  });
}

async function change(
  tx: TenantTx,
  school: { name: string; logoKey: string | null },
  logoKey: string | null,
): Promise<PreviousLogo> {
  const { organizationId } = tx.actor;
  const before = school.logoKey;
  if (before !== logoKey) {
    await tx.db
      .update(organizations)
      .set({ logoKey, updatedAt: new Date() })
      .where(eq(organizations.id, organizationId));
    await recordEvents(tx, [
      {
        action: logoKey === null ? "organization.logo_removed" : "organization.logo_changed",
        subject: { type: "organization", id: organizationId, name: school.name },
      },
    ]);
    await forgetOthers(tx, [before, logoKey]);
  }
  return { previous: before && idOf(before) };
}

// While the school is held: nobody's new logo is swept away, and the one before stays for whoever takes it back.
async function forgetOthers(tx: TenantTx, kept: readonly (string | null)[]): Promise<void> {
  const stored = await storage().list(`schools/${tx.actor.organizationId}/logos/`);
  await Promise.all(stored.filter((key) => !kept.includes(key)).map((key) => storage().delete(key)));
}

function keyOf(tx: TenantTx, id: string): string {
  return schoolKey(tx.actor.organizationId, "logos", `${id}.webp`);
}

function idOf(key: string): string {
  return key.slice(key.lastIndexOf("/") + 1, key.lastIndexOf("."));
}
