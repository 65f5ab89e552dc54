import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type MailSink, startMailSink } from "./smtp";

export interface Inbox extends Pick<MailSink, "url"> {
  /** Where browser tests ask for mail: GET <inboxUrl>?to=<address> answers with the next one, as JSON. */
  inboxUrl: string;
  close: () => Promise<void>;
}

/** A mail sink that other processes can read, over HTTP on loopback. */
export async function startInbox(): Promise<Inbox> {
  const sink = await startMailSink();
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    const to = searchParams.get("to");
    const answer = to ? sink.nextMessageTo(to) : Promise.resolve(sink.messages);
    answer.then(
      (body) => response.setHeader("content-type", "application/json").end(JSON.stringify(body)),
      (error: Error) => response.writeHead(404).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: sink.url,
    inboxUrl: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([sink.close(), new Promise((resolve) => server.close(resolve))]);
    },
  };
}
