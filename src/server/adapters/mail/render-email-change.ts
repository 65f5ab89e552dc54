import { compose, orNone, type RenderedMail, type ToPerson } from "./render";

/** The messages about a change of address. */

type Change = { oldEmail: string; newEmail: string };

/** To the present address: asks to let the account go to the new one; `stopUrl` ends the change and every session. */
export function renderEmailChangeOld(
  input: ToPerson & Change & { url: string; stopUrl: string; hours: number },
): Promise<RenderedMail> {
  const { newEmail, hours, url, stopUrl } = input;
  return compose(input, "emailOld", {
    values: { name: orNone(input.name), newEmail, hours },
    url,
    further: (t) => ({ other: { label: t("emailOld.stop"), url: stopUrl } }),
  });
}

/** To the new address, whose owner may be a stranger: says nothing of whose account it is. */
export function renderEmailChangeNew(
  input: Omit<ToPerson, "name"> & { newEmail: string; url: string; hours: number },
): Promise<RenderedMail> {
  const { newEmail, hours, url } = input;
  return compose(input, "emailNew", { values: { newEmail, hours }, url });
}

/** To an address that has an account: somebody wanted it for theirs; `url` is the sign-in page. */
export function renderEmailTaken(input: ToPerson & { url: string }): Promise<RenderedMail> {
  return compose(input, "emailTaken", { values: { name: orNone(input.name) }, url: input.url });
}

/** To both addresses: the change took effect; `url` is the sign-in page. */
export function renderEmailChanged(input: ToPerson & Change & { url: string }): Promise<RenderedMail> {
  const { oldEmail, newEmail, url } = input;
  return compose(input, "emailChanged", { values: { name: orNone(input.name), oldEmail, newEmail }, url });
}
