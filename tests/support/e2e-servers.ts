import { rmSync } from "node:fs";
import { join } from "node:path";
import { appEnvironment } from "../../scripts/lib/app-environment";
import { seed } from "../../scripts/lib/database";
import type { Lifecycle } from "../../scripts/lib/lifecycle";
import { SCRATCH } from "../../scripts/lib/paths";
import { cloneTemplate } from "./clone";
import { startTestCluster } from "./cluster";
import { hangGallery } from "./gallery";
import { closeOperator } from "./operator";
import { type Proxied, startProxied } from "./proxied";
import { startInbox } from "./smtp-inbox";
import { startTestWeb } from "./test-web";
import { openWorkshop } from "./workshop";

const FIRST_PORT = 4000;
/** The slug of the demo's master school. */
const MASTER = "stemblock";

export interface E2eServers {
  /** Of the demo's master school. */
  address: string;
  inboxUrl: string;
  /** Starts the same once more behind a proxy. */
  proxied: () => Promise<Proxied>;
}

/** The production build with the demo on a database of its own, sending mail to an inbox that tests can read. */
export async function startE2eServers(life: Lifecycle): Promise<E2eServers> {
  const cluster = await startTestCluster();
  life.onStop(cluster.stop);
  const inbox = await startInbox();
  life.onStop(inbox.close);
  const { urls } = await cloneTemplate(cluster);
  await seed(urls);
  await hangGallery(urls.operator);
  await openWorkshop(urls.operator);
  await closeOperator(urls.operator);
  const files = join(SCRATCH, `storage-${process.pid}`);
  life.onStop(() => rmSync(files, { recursive: true, force: true }));
  const source = {
    ...process.env,
    SMTP_URL: inbox.url,
    APP_URL: "",
    AUTH_SECRET: "",
    JWT_SECRET: "",
    STORAGE_SECRET: "",
    STORAGE_DIR: files,
    MAIL_OUTBOX_PAGE: "",
  };
  const web = await startTestWeb(life, {
    port: FIRST_PORT,
    environment: (port) => ({
      ...appEnvironment(source, urls, cluster.secrets, {
        address: `http://localhost:${port}`,
        embedded: true,
      }),
      // As it is out of the box, whatever the machine has.
      ...{ APP_DOMAIN: "", HOST_PREFIX: "", MASTER_ALIASES: "", TRUST_PROXY: "" },
      SMTP_URL: inbox.url,
      LOG_LEVEL: "warn",
    }),
  });
  return {
    address: `http://${MASTER}.localhost:${web.port}`,
    inboxUrl: inbox.inboxUrl,
    proxied: () => startProxied(life, { urls, secrets: cluster.secrets, source }),
  };
}
