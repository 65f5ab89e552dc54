import { safeReturnPath } from "@/lib/return-path";
import { backCookie, HAND_OFF_COOKIE, sessionCookie } from "@/server/auth/cookies";
import { readCookie, readSessionClaims } from "@/server/auth/session-token";
import { createContext } from "@/server/context";
import { isSameOrigin } from "@/server/origin";
import { signOut, takeHandOff } from "@/server/services/account";
import { leadTo } from "../lead-to";

type Sent = { token: string; to: string };

/** Where the way to a school ends: signs in the browser that was sent, and asks any other first. */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  return arrive(
    request.headers,
    sentBy((name) => searchParams.get(name)),
    false,
  );
}

/** The answer of who was asked. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers))
    return Response.json({ error: "This request came from another site." }, { status: 403 });
  const form = await request.formData();
  return arrive(
    request.headers,
    sentBy((name) => form.get(name)),
    true,
  );
}

function sentBy(value: (name: string) => unknown): Sent {
  const text = (name: string) => String(value(name) ?? "");
  return { token: text("token"), to: safeReturnPath(text("to")) };
}

async function arrive(headers: Headers, { token, to }: Sent, isConfirmed: boolean): Promise<Response> {
  const context = await createContext(headers);
  const { school } = context.place;
  if (!school) return leadTo("/");
  const binding = readCookie(headers, HAND_OFF_COOKIE);
  const arrival = await takeHandOff({ token, binding, organizationId: school.id }, context, isConfirmed);
  if (arrival.state === "ask") return leadTo(`/arrive?${new URLSearchParams({ token, to })}`);
  if (arrival.state === "gone")
    return leadTo(context.session ? to : `/sign-in?${new URLSearchParams({ callbackUrl: to })}`);
  // What was open here before does not stay open behind it.
  const previous = await readSessionClaims(headers);
  if (previous && context.session) await signOut(previous, context);
  const cookies = [await sessionCookie(arrival)];
  if (arrival.visit) cookies.push(backCookie(arrival.visit.from));
  return leadTo(to, cookies);
}
