import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's folder, symbolic links resolved. */
export const ROOT = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));

/** What a deployment of one's own keeps: the database, generated secrets, the record of running processes. */
export const DATA = join(ROOT, ".data");

/** What a test run leaves: clusters of its own, reports. */
export const SCRATCH = join(ROOT, ".test");
