import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext } from "@/server/context";
import { logger } from "@/server/logger";
import { isSameOrigin } from "@/server/origin";
import { appRouter } from "@/server/root";

async function handler(request: Request): Promise<Response> {
  if (request.method === "POST" && !isSameOrigin(request.headers))
    return Response.json({ error: "This request came from another site." }, { status: 403 });
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    // Queries too long for an address come by POST.
    allowMethodOverride: true,
    createContext: () => createContext(request.headers),
    onError({ error, path }) {
      if (error.code === "INTERNAL_SERVER_ERROR")
        logger().error({ err: error.cause ?? error, path }, "procedure failed");
    },
  });
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export { handler as GET, handler as POST };
