import { join } from "node:path";
import { parseEnv } from "@/lib/env";
import type { DatabaseUrls } from "./database";
import { DATA } from "./paths";
import type { Secrets } from "./secrets";

type Source = Record<string, string | undefined>;

/** The settings that the application is given beside the operator's own, which go first. */
export function appEnvironment(
  source: Source,
  urls: Pick<DatabaseUrls, "app" | "worker">,
  secrets: Pick<Secrets, "authSecret" | "jwtSecret" | "storageSecret">,
  { address, embedded }: { address: string; embedded: boolean },
): Record<string, string> {
  return {
    DATABASE_URL: urls.app,
    WORKER_DATABASE_URL: urls.worker,
    AUTH_SECRET: source.AUTH_SECRET || secrets.authSecret,
    JWT_SECRET: source.JWT_SECRET || secrets.jwtSecret,
    STORAGE_SECRET: source.STORAGE_SECRET || secrets.storageSecret,
    STORAGE_DIR: source.STORAGE_DIR || join(DATA, "storage"),
    APP_URL: source.APP_URL || address,
    MAIL_OUTBOX_PAGE: source.MAIL_OUTBOX_PAGE || String(embedded && !source.SMTP_URL),
  };
}

/** Throws one line when the application could not start with these settings, before anything is started. */
export function checkAppSettings(source: Source): void {
  const place = "postgres://nobody@localhost/none";
  const secret = "0".repeat(32);
  const secrets = { authSecret: secret, jwtSecret: secret, storageSecret: secret };
  const own = appEnvironment(source, { app: place, worker: place }, secrets, {
    address: "http://localhost",
    embedded: true,
  });
  parseEnv({ ...source, ...own });
}
