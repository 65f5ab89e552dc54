import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import packet from "dns-packet";

export interface NameServer {
  /** `host:port`, as DNS_SERVERS takes it. */
  address: string;
  /** TXT records by name. */
  records: Map<string, string[]>;
  close: () => Promise<void>;
}

/** A real name server on this machine that knows TXT records alone. */
export async function startNameServer(): Promise<NameServer> {
  const records = new Map<string, string[]>();
  const server = createSocket("udp4");
  server.on("message", (message, { address, port }) => {
    const asked = packet.decode(message);
    const [question] = asked.questions ?? [];
    const texts = records.get(question?.name.toLowerCase() ?? "");
    const answers = (texts ?? []).map((data) => ({ type: "TXT" as const, name: question?.name ?? "", data }));
    // 3 is NXDOMAIN.
    const flags = packet.AUTHORITATIVE_ANSWER | (texts ? 0 : 3);
    const answer = { type: "response" as const, id: asked.id, flags, questions: asked.questions, answers };
    server.send(packet.encode(answer), port, address);
  });
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  return {
    address: `127.0.0.1:${server.address().port}`,
    records,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Lets other processes write its records: POST <namesUrl> with `{ name, texts }`. */
export async function openNames({
  records,
}: NameServer): Promise<{ namesUrl: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { name, texts }: { name: string; texts: string[] } = JSON.parse(Buffer.concat(parts).toString());
    records.set(name, texts);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    namesUrl: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
