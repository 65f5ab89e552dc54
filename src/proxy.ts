import { type NextRequest, NextResponse } from "next/server";
import { LOCALE_COOKIE, negotiateLocale } from "@/i18n/locale";
import { env } from "@/lib/env";
import { oneOf } from "@/lib/one-of";
import { type Door, doorOf } from "@/server/tenancy/door";
import { doorPage } from "@/server/tenancy/door-page";

const RETRY_SECONDS = { suspended: "3600", inactive: "86400", provisioning: "30" } as const;

/** What no client tells us: Next's own marks, and names of tenants that we read from the host alone. */
const NOT_THEIRS = [
  "x-middleware-subrequest",
  "x-tenant",
  "x-tenant-id",
  "x-organization",
  "x-organization-id",
  "x-school",
  "x-school-id",
];

/**
 * The address first: no school there, or one that is closed, is answered here, since no page can answer 503. Then the
 * headers of every page: a Content-Security-Policy with a nonce of its own, and the rest of OWASP's set. Nothing is
 * authorised here: that is done in the procedure and in the page.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const path = request.nextUrl.pathname + request.nextUrl.search;
  const door = await doorOf(request.headers, path);
  if (door.state === "moved") return moved(door);
  if (door.state !== "open") return answerAt(door, request, { nonce, policy, path });
  const headers = new Headers(request.headers);
  for (const name of NOT_THEIRS) headers.delete(name);
  if (!env().TRUST_PROXY) headers.delete("x-forwarded-host");
  headers.set("x-path", path);
  // Next reads the nonce for its own scripts from the policy of the request.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// Not kept by browsers: a school may take an old name back.
function moved({ url, isForGood }: Extract<Door, { state: "moved" }>): NextResponse {
  const headers = { location: url, "cache-control": "no-store" };
  return new NextResponse(null, { status: isForGood ? 308 : 307, headers });
}

type Shown = { nonce: string; policy: string; path: string };

function answerAt(
  door: Exclude<Door, { state: "open" | "moved" }>,
  request: NextRequest,
  { nonce, policy, path }: Shown,
): NextResponse {
  const status = door.state === "missing" ? 404 : 503;
  const headers = new Headers({ "cache-control": "no-store", "content-security-policy": policy });
  if (door.state !== "missing") headers.set("retry-after", RETRY_SECONDS[door.state]);
  if (request.nextUrl.pathname.startsWith("/api/")) {
    headers.set("content-type", "application/problem+json");
    const title = status === 404 ? "School not found" : "School not available";
    return new NextResponse(JSON.stringify({ type: "about:blank", title, status }), { status, headers });
  }
  headers.set("content-type", "text/html; charset=utf-8");
  const { cookies } = request;
  const locale = negotiateLocale(cookies.get(LOCALE_COOKIE)?.value, request.headers.get("accept-language"));
  const settings = door.school?.settings;
  const page = doorPage(door.state, {
    locale,
    theme: oneOf(["light", "dark"], cookies.get("theme")?.value),
    nonce,
    path,
    ...(door.school && {
      school: {
        name: door.school.name,
        primaryColor: settings?.["branding.primaryColor"] ?? "",
        email: settings?.["contact.email"] ?? "",
      },
    }),
  });
  return new NextResponse(page, { status, headers });
}

function contentSecurityPolicy(nonce: string): string {
  const development = env().NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Attributes only (the school's colour, positions of menus): no rule can come in this way.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// Stored files carry a stricter policy of their own; a large upload is not held in memory on its way through here.
export const config = {
  matcher: [{ source: "/((?!_next/static|_next/image|api/files/|api/import/|favicon.ico|icon.svg).*)" }],
};
