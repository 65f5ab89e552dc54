import { isUuid } from "@/lib/ids";

export type StorageFolder = "imports" | "logos" | "photos";
export type StudentFolder = "photos" | "documents";

// Lower case alone: two keys never differ by what a file system may fold.
const NAME = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9]+)?$/;
const MAX_LENGTH = 200;

/** The key of a school's own file: `schools/{organizationId}/{folder}/{name}`. Throws where it would not be one. */
export function schoolKey(organizationId: string, folder: StorageFolder, name: string): string {
  return checkedKey(`schools/${organizationId}/${folder}/${name}`);
}

/** The key of a student's file: `schools/{organizationId}/students/{studentId}/{folder}/{name}`. Throws as `schoolKey`. */
export function studentKey(
  student: { organizationId: string; studentId: string },
  folder: StudentFolder,
  name: string,
): string {
  return checkedKey(`schools/${student.organizationId}/students/${student.studentId}/${folder}/${name}`);
}

function checkedKey(key: string): string {
  if (!isStorageKey(key)) throw new Error("Not the key of a file");
  return key;
}

/** Whether the text is a key: a school's folder, and under it plain names without a way up. */
export function isStorageKey(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const [root, organizationId, ...names] = text.split("/");
  return (
    root === "schools" &&
    isUuid(organizationId) &&
    organizationId === organizationId.toLowerCase() &&
    names.length > 1 &&
    names.every((name) => NAME.test(name))
  );
}

/** Whether the text is the beginning of keys that ends where a folder does, as `schools/{organizationId}/logos/`. */
export function isStoragePrefix(text: string): boolean {
  return text.endsWith("/") && isStorageKey(`${text}x/x`);
}
