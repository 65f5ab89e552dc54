/** Starts what runs beside the requests of a server, and stops it with the server. */
export async function register(): Promise<void> {
  // Next puts the value in at build time: it must stand here as it is.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startBackground } = await import("./server/background");
  await startBackground();
}
