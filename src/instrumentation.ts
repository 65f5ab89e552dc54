/** Starts what runs beside the requests of a server, and stops it with the server. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startBackground } = await import("./server/background");
  await startBackground();
}
