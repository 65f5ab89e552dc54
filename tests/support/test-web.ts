import type { Lifecycle } from "../../scripts/lib/lifecycle";
import { endProcess } from "../../scripts/lib/processes";
import { WEB_END } from "../../scripts/lib/run-record";
import { startWeb, webAnswers } from "../../scripts/lib/web";
import { endWithThisProcess } from "./guard";

export const TEST_HOST = "127.0.0.1";

type Started = Awaited<ReturnType<typeof startWeb>>;

/** The production build in a process of its own, which answers, and ends with the tests however they end. */
export async function startTestWeb(
  life: Lifecycle,
  options: Pick<Parameters<typeof startWeb>[0], "port" | "environment">,
): Promise<Started> {
  const web = await startWeb({ dev: false, host: TEST_HOST, ...options });
  const release = endWithThisProcess(-web.pid);
  life.onStop(async () => {
    await endProcess(-web.pid, WEB_END);
    release();
  });
  await webAnswers(web, TEST_HOST);
  return web;
}
