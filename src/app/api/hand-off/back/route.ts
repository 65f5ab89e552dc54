import { BACK_COOKIE } from "@/server/auth/cookies";
import { readCookie } from "@/server/auth/session-token";
import { masterUrl } from "@/server/services/organization";
import { placeOfRequest } from "@/server/tenancy/request-host";
import { platformUrl } from "@/server/tenancy/school-url";
import { leadTo } from "../lead-to";

/** Leads who has left a school back to the address that they came from. */
export async function GET(request: Request): Promise<Response> {
  const { kind } = placeOfRequest(request.headers);
  if (kind === "shared" || kind === "apex") return leadTo("/");
  const isMasters = readCookie(request.headers, BACK_COOKIE) === "master";
  return leadTo(isMasters ? await masterUrl("/admin") : platformUrl("/"));
}
