import { storage } from "./storage";

/** Keeps the bytes, then writes the row that shows them; where that fails, the bytes go again. */
export async function putThen(key: string, bytes: Uint8Array, write: () => Promise<void>): Promise<void> {
  await storage().put(key, bytes);
  try {
    await write();
  } catch (error) {
    await storage().delete(key);
    throw error;
  }
}
