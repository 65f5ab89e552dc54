import { env } from "./env";
import { type HostRules, hostName } from "./school-host";

/** The rules of this installation: schools have addresses of their own where APP_DOMAIN says so, and on localhost. */
export function hostRules(): HostRules {
  const { APP_URL, APP_DOMAIN, HOST_PREFIX, MASTER_ALIASES } = env();
  const app = new URL(APP_URL);
  const isLocal = app.hostname === "localhost" || app.hostname.endsWith(".localhost");
  return {
    appHost: app.host,
    appDomain: APP_DOMAIN ?? (isLocal ? app.host : undefined),
    prefix: HOST_PREFIX,
    masterAliases: MASTER_ALIASES,
    takesLoopback: app.protocol === "http:",
  };
}

/** Whether each school has an address of its own. */
export function hasSchoolHosts(): boolean {
  return hostRules().appDomain !== undefined;
}

/** Whether a host is the platform's to give, and so never a school's own domain. */
export function isPlatformsHost(host: string): boolean {
  const { appHost, appDomain, masterAliases } = hostRules();
  const ours = [appHost, appDomain, ...masterAliases].map(hostName);
  return ours.some((each) => each !== undefined && (host === each || host.endsWith(`.${each}`)));
}
