import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env, letNextAuthTrustHost } from "@/lib/env";
import { authOptions } from "@/server/auth/options";
import { requestHost } from "@/server/auth/request-host";
import { isSameOrigin } from "@/server/origin";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: RouteContext): Promise<Response> {
  if (request.method === "POST" && !isSameOrigin(request.headers))
    return Response.json({ error: "This request came from another site." }, { status: 403 });
  letNextAuthTrustHost();
  // next-auth builds its addresses from these two headers, which anybody can send.
  request.headers.set("x-forwarded-host", requestHost(request.headers));
  request.headers.set("x-forwarded-proto", new URL(env().APP_URL).protocol.slice(0, -1));
  const response: Response = await NextAuth(request, context, authOptions());
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export { handler as GET, handler as POST };
