import { z } from "zod";
import { signInInput } from "@/domain/account";
import { openApiSession, refreshApiSession, revokeApiSession } from "../../services/api-session";
import { tokenOperation } from "../operation";
import { grantOutput } from "../outputs";

const byPassword = signInInput.extend({ grant_type: z.literal("password").optional() }).strict();
const byRefreshToken = z.strictObject({
  grant_type: z.literal("refresh_token"),
  refresh_token: z.string().max(200),
});

const getToken = tokenOperation({
  id: "getToken",
  method: "POST",
  path: "/auth/token",
  tag: "auth",
  status: 200,
  body: z.discriminatedUnion("grant_type", [byPassword, byRefreshToken]),
  output: grantOutput,
  example: { grant_type: "password", email: "direccion@liceo.example", password: "…" },
  run: (body, asking) =>
    body.grant_type === "refresh_token"
      ? refreshApiSession(body.refresh_token, asking)
      : openApiSession({ email: body.email, password: body.password }, asking),
});

const revokeToken = tokenOperation({
  id: "revokeToken",
  method: "POST",
  path: "/auth/revoke",
  tag: "auth",
  status: 204,
  body: z.strictObject({ token: z.string().min(1).max(2_000) }),
  example: { token: "…" },
  run: ({ token }, asking) => revokeApiSession(token, asking),
});

/** How a program signs in with a person's password, stays signed in, and signs out. */
export const AUTH_OPERATIONS = [getToken, revokeToken];
