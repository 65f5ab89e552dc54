import { appEnvironment } from "../../scripts/lib/app-environment";
import type { DatabaseUrls } from "../../scripts/lib/database";
import type { Lifecycle } from "../../scripts/lib/lifecycle";
import type { Secrets } from "../../scripts/lib/secrets";
import { openNames, startNameServer } from "./name-server";
import { startNginx } from "./nginx";
import { OWN_DOMAIN, PROXIED_DOMAIN } from "./proxied-hosts";
import { startTestWeb, TEST_HOST } from "./test-web";

export interface Proxied {
  /** Where nginx takes TLS, for every host below .example. */
  httpsPort: number;
  /** POST `{ name, texts }`: the TXT records that the application finds. */
  namesUrl: string;
}

const FIRST_PORT = 4100;

/** A second process of the same build on the same database, as it is deployed: behind the repository's nginx, with TLS. */
export async function startProxied(
  life: Lifecycle,
  given: { urls: DatabaseUrls; secrets: Secrets; source: Record<string, string | undefined> },
): Promise<Proxied> {
  const server = await startNameServer();
  life.onStop(server.close);
  const names = await openNames(server);
  life.onStop(names.close);
  const web = await startTestWeb(life, {
    port: FIRST_PORT,
    environment: () => ({
      ...appEnvironment(given.source, given.urls, given.secrets, {
        address: `https://${PROXIED_DOMAIN}`,
        embedded: true,
      }),
      ...{ APP_DOMAIN: PROXIED_DOMAIN, HOST_PREFIX: "", MASTER_ALIASES: "", TRUST_PROXY: "true" },
      DNS_SERVERS: server.address,
      // The first process has the queue.
      WORKER_ENABLED: "false",
      LOG_LEVEL: "warn",
    }),
  });
  const nginx = await startNginx({
    upstream: `${TEST_HOST}:${web.port}`,
    appDomain: PROXIED_DOMAIN,
    domains: [OWN_DOMAIN],
  });
  life.onStop(nginx.close);
  return { httpsPort: nginx.httpsPort, namesUrl: names.namesUrl };
}
