import { readFile } from "node:fs/promises";
import { errorCode, UserError } from "../lib/user-error";

/** The bytes of a file in base64, as services read uploads. */
export async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, "base64");
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${errorCode(error) ?? "no such file"}.`);
  }
}
