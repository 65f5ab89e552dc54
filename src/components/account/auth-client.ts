/** The browser's half of next-auth's routes, without the rest of its client. */

type Answer = { ok: boolean; url: string };

/** What became of an attempt to sign in; `refusal` is what the route said, where it said anything. */
export type SignInAnswer = { ok: true } | { ok: false; refusal: string | undefined };

/** Opens a session by e-mail and password; throws where the route cannot be reached. */
export async function signIn(given: {
  email: string;
  password: string;
  keepSignedIn?: boolean;
}): Promise<SignInAnswer> {
  const { email, password, keepSignedIn = false } = given;
  const { ok, url } = await post("callback/credentials", {
    email,
    password,
    keepSignedIn: String(keepSignedIn),
  });
  const refusal = new URL(url, window.location.href).searchParams.get("error");
  return ok && refusal === null ? { ok: true } : { ok: false, refusal: refusal ?? undefined };
}

/** Ends this session, then shows the sign-in page, a whole new one. */
export async function signOut(): Promise<void> {
  const { url } = await post("signout", {});
  window.location.assign(url);
}

async function post(route: string, form: Record<string, string>): Promise<Answer> {
  const { csrfToken } = await json<{ csrfToken: string }>(await fetch("/api/auth/csrf"));
  const answer = await fetch(`/api/auth/${route}`, {
    method: "POST",
    body: new URLSearchParams({ ...form, csrfToken, callbackUrl: "/sign-in", json: "true" }),
  });
  const { url } = await json<{ url?: string }>(answer);
  return { ok: answer.ok, url: url ?? "/sign-in" };
}

// Their shapes are next-auth's own.
async function json<Shape>(answer: Response): Promise<Shape> {
  return answer.json();
}
