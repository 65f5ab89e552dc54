import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { inOrganization } from "@/db/scope";
import type { ImageInput } from "@/domain/image";
import { newId } from "@/lib/ids";
import { putThen } from "@/server/adapters/storage/put-then";
import { fileUrl, schoolKey, storage } from "@/server/adapters/storage/storage";
import { recordEvents } from "../audit";
import { reencodeImage } from "../image";
import { findSelf } from "./profile";
import { ownPlace, type SignedIn } from "./queries";

/** Pixels of a side: sharp at the largest size that a face is shown in. */
const SIDE = 256;

/** Shows a picture beside one's name, drawn anew as a square; the one before is deleted. */
export async function setPhoto(who: SignedIn, { content }: ImageInput): Promise<{ photoUrl: string }> {
  const { organizationId } = ownPlace(who);
  const image = await reencodeImage(Buffer.from(content, "base64"), {
    width: SIDE,
    height: SIDE,
    fit: "cover",
  });
  const key = schoolKey(organizationId, "photos", `${newId()}.webp`);
  await putThen(key, image.bytes, () => replacePhoto(who, key));
  return { photoUrl: fileUrl(key) };
}

/** Shows the initials again and deletes the picture; quiet where there is none. */
export async function removePhoto(who: SignedIn): Promise<void> {
  await replacePhoto(who, null);
}

async function replacePhoto(who: SignedIn, photoKey: string | null): Promise<void> {
  const place = ownPlace(who);
  const former = await inOrganization(place, async (tx) => {
    const self = await findSelf(tx, place, true);
    if (self.photoKey === photoKey) return null;
    await tx.db
      .update(users)
      .set({ photoKey, updatedAt: new Date() })
      .where(and(eq(users.organizationId, place.organizationId), eq(users.id, self.id)));
    await recordEvents(tx, [
      {
        action: photoKey ? "user.photo_changed" : "user.photo_removed",
        subject: { type: "user", id: self.id, name: self.name },
      },
    ]);
    return self.photoKey;
  });
  // After the commit: until then the row still shows it.
  if (former) await storage().delete(former);
}
