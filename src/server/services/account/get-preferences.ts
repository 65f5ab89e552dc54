import { type UpdatePreferencesInput, updatePreferencesInput } from "@/domain/preference-schemas";

type Kept = { session: { account: { locale: string | null; theme: string | null; density: string | null } } };

/** What is kept with the account about how the screens look; what was never chosen is left out. */
export function getPreferences({ session }: Kept): UpdatePreferencesInput {
  const { locale, theme, density } = updatePreferencesInput.shape;
  const { account } = session;
  return {
    locale: locale.safeParse(account.locale ?? undefined).data,
    theme: theme.safeParse(account.theme ?? undefined).data,
    density: density.safeParse(account.density ?? undefined).data,
  };
}
