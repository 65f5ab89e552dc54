import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env, letNextAuthTrustHost } from "@/lib/env";
import { authOptions } from "@/server/auth/options";
import { findAtPlace } from "@/server/auth/session";
import { readSessionClaims } from "@/server/auth/session-token";
import { isSameOrigin } from "@/server/origin";
import { placeOfRequest, requestHost } from "@/server/tenancy/request-host";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: RouteContext): Promise<Response> {
  if (request.method === "POST" && !isSameOrigin(request.headers))
    return Response.json({ error: "This request came from another site." }, { status: 403 });
  const place = placeOfRequest(request.headers);
  const ofPlatform = place.kind === "shared" || place.kind === "apex";
  const { school, session } = ofPlatform
    ? { school: undefined, session: undefined }
    : await findAtPlace(place, await readSessionClaims(request.headers));
  // Who visits a closed school may still sign out of it.
  if (!ofPlatform && school?.status !== "active" && !session)
    return Response.json({ error: "No school is open at this address." }, { status: school ? 503 : 404 });
  letNextAuthTrustHost();
  // next-auth builds its addresses from these two headers, which anybody can send.
  request.headers.set("x-forwarded-host", requestHost(request.headers));
  request.headers.set("x-forwarded-proto", new URL(env().APP_URL).protocol.slice(0, -1));
  const response: Response = await NextAuth(request, context, authOptions(school?.id ?? null));
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export { handler as GET, handler as POST };
