import { createServer, connect as dial, type Socket } from "node:net";

export interface CutLine {
  /** The same database, through the line. */
  through: (url: string) => string;
  /** Resets every connection, as a network or a server that dies does. */
  cut: () => void;
  /** How many connections came so far. */
  count: () => number;
  close: () => Promise<void>;
}

/** A line to the server of `url` that can be cut while something is on its way. */
export async function startCutLine(url: string): Promise<CutLine> {
  const { hostname, port } = new URL(url);
  const ends = new Set<Socket>();
  let count = 0;
  const server = createServer((near) => {
    count += 1;
    const far = dial(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on("error", () => undefined);
      from.on("close", () => {
        ends.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The line has no port");
  const cut = () => {
    for (const end of ends) end.resetAndDestroy();
  };
  return {
    through: (given) => {
      const there = new URL(given);
      there.host = `127.0.0.1:${address.port}`;
      return there.toString();
    },
    cut,
    count: () => count,
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
