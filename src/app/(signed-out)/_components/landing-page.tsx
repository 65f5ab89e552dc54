import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { LookSwitches } from "@/components/account/look-switches";
import { BrandMotif } from "@/components/ui/brand-motif";
import { ButtonLink } from "@/components/ui/button-link";
import { Wordmark } from "@/components/ui/wordmark";
import { themeSchema } from "@/domain/preference-schemas";

const POINTS = ["house", "people", "classes", "log"] as const;

/** What the platform is, for who comes to its own address without a school in mind. */
export async function LandingPage() {
  const [jar, t, tApp] = await Promise.all([cookies(), getTranslations("landing"), getTranslations("app")]);
  const theme = themeSchema.safeParse(jar.get("theme")?.value).data ?? "system";
  return (
    <div className="roomy mx-auto grid min-h-dvh w-full max-w-[76rem] grid-cols-1 grid-rows-[auto_1fr_auto] px-(--gutter)">
      <header className="flex items-center gap-2 py-5 text-sm [--control-text:var(--text-sm)]">
        <Wordmark name={tApp("name")} />
        <div className="ml-auto">
          <LookSwitches theme={theme} />
        </div>
      </header>
      <main id="main" className="grid grid-cols-1 content-center gap-10 py-6 md:gap-14 md:py-10">
        <div className="grid grid-cols-1 items-center gap-8 md:grid-cols-[6fr_5fr] md:gap-14">
          <div className="grid grid-cols-1 justify-items-start gap-4">
            <h1 className="max-w-[18ch] text-[clamp(2rem,1.2rem+3vw,3.25rem)] leading-[1.08] tracking-tight text-balance">
              {t("title")}
            </h1>
            <p className="max-w-[34rem] text-lg text-pretty text-ink-2">{t("lead")}</p>
            <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
              <ButtonLink href="/sign-in" variant="primary">
                {t("signIn")}
              </ButtonLink>
              <span className="text-sm text-ink-3">{t("signInHint")}</span>
            </div>
          </div>
          <div
            aria-hidden="true"
            className="relative h-44 overflow-hidden rounded-xl bg-brand-solid text-brand-fg md:h-88 print:hidden"
          >
            <BrandMotif className="absolute inset-0 size-full" />
          </div>
        </div>
        <dl className="grid grid-cols-1 border-t border-line sm:grid-cols-2 lg:grid-cols-4">
          {POINTS.map((point) => (
            <div
              key={point}
              className="border-b border-line py-4 sm:pr-6 lg:border-b-0 lg:not-first:border-l lg:not-first:pl-6"
            >
              <dt className="font-medium">{t(`points.${point}.title`)}</dt>
              <dd className="mt-1 text-sm text-pretty text-ink-2">{t(`points.${point}.body`)}</dd>
            </div>
          ))}
        </dl>
      </main>
      <footer className="py-5 text-xs text-ink-3">{t("foot")}</footer>
    </div>
  );
}
