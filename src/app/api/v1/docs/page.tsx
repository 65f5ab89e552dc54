import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LookSwitches } from "@/components/account/look-switches";
import { buttonClass } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import { Wordmark } from "@/components/ui/wordmark";
import { themeSchema } from "@/domain/preference-schemas";
import { appLocale } from "@/i18n/locale";
import { env } from "@/lib/env";
import { BASE } from "@/server/rest/base";
import { OPERATIONS } from "@/server/rest/operations";
import { PROBLEM_KINDS, PROBLEMS } from "@/server/rest/problem";
import { requestHost } from "@/server/tenancy/request-host";
import { OperationPart } from "./_components/operation-part";
import { Prose } from "./_components/prose";

const TAGS = ["auth", "organizations", "admin"] as const;
const TOPICS = ["lists", "changes", "again", "limits", "errors"] as const;
const SIGNING_IN = ["tokens", "keys", "hosts"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api.docs"))("title") };
}

/** The REST API for who writes a program: made of the same list as the OpenAPI document. */
export default async function Page() {
  const [jar, sent, language, t, tApp] = await Promise.all([
    cookies(),
    headers(),
    getLocale(),
    getTranslations("api"),
    getTranslations("app"),
  ]);
  const locale = appLocale(language);
  const theme = themeSchema.safeParse(jar.get("theme")?.value).data ?? "system";
  const origin = `${new URL(env().APP_URL).protocol}//${requestHost(sent)}`;
  return (
    <div className="mx-auto w-full max-w-page px-(--gutter)">
      <header className="flex items-center gap-2 py-5 text-sm [--control-text:var(--text-sm)]">
        <Wordmark name={tApp("name")} />
        <div data-print="no" className="ml-auto">
          <LookSwitches theme={theme} />
        </div>
      </header>
      <main
        id="main"
        className="grid grid-cols-1 items-start gap-(--stack) pb-16 md:grid-cols-[13rem_minmax(0,1fr)] md:gap-12"
      >
        <div className="md:col-span-2">
          <PageHeader
            title={t("docs.title")}
            description={t("docs.intro")}
            actions={
              // No page: a link of the router would fetch it before it is asked for.
              <a href={`${BASE}/openapi.json`} className={buttonClass({})}>
                {t("docs.document")}
              </a>
            }
          />
        </div>
        <nav
          aria-label={t("docs.contents")}
          data-print="no"
          className="grid gap-4 text-sm max-md:hidden md:sticky md:top-6 md:max-h-[calc(100dvh-3rem)] md:overflow-y-auto"
        >
          <Contents title={t("docs.conventions")}>
            {(["auth", ...TOPICS] as const).map((topic) => (
              <Entry key={topic} href={`#about-${topic}`}>
                {t(`docs.${topic}.title`)}
              </Entry>
            ))}
          </Contents>
          {TAGS.map((tag) => (
            <Contents key={tag} title={t(`tags.${tag}`)}>
              {OPERATIONS.filter((operation) => operation.tag === tag).map(({ id }) => (
                <Entry key={id} href={`#${id}`}>
                  {t(`operations.${id}.summary` as "operations.getToken.summary")}
                </Entry>
              ))}
            </Contents>
          ))}
          <ul>
            <Entry href="#problems">{t("docs.problems")}</Entry>
          </ul>
        </nav>
        <div className="grid min-w-0 max-w-[52rem] grid-cols-1 gap-12">
          <section aria-labelledby="conventions" className="grid max-w-measure grid-cols-1 gap-6">
            <h2 id="conventions" className="text-xl">
              {t("docs.conventions")}
            </h2>
            <Topic id="auth" title={t("docs.auth.title")}>
              {SIGNING_IN.map((part) => (
                <p key={part}>
                  <Prose>{t(`docs.auth.${part}`)}</Prose>
                </p>
              ))}
            </Topic>
            {TOPICS.map((topic) => (
              <Topic key={topic} id={topic} title={t(`docs.${topic}.title`)}>
                <p>
                  <Prose>{t(`docs.${topic}.body`)}</Prose>
                </p>
              </Topic>
            ))}
          </section>
          <section aria-labelledby="operations" className="grid min-w-0 grid-cols-1 gap-8">
            <h2 id="operations" className="text-xl">
              {t("docs.operations")}
            </h2>
            {TAGS.map((tag) => (
              <section key={tag} aria-labelledby={`tag-${tag}`} className="grid min-w-0 grid-cols-1 gap-6">
                <h3 id={`tag-${tag}`} className="text-lg">
                  {t(`tags.${tag}`)}
                </h3>
                {OPERATIONS.filter((operation) => operation.tag === tag).map((operation) => (
                  <OperationPart key={operation.id} {...{ operation, origin, locale }} />
                ))}
              </section>
            ))}
          </section>
          <section aria-labelledby="problems" className="grid grid-cols-1 gap-4">
            <h2 id="problems" className="scroll-mt-6 text-xl">
              {t("docs.problems")}
            </h2>
            <dl className="divide-y divide-line border-y border-line">
              {PROBLEM_KINDS.map((kind) => (
                <div
                  key={kind}
                  id={kind}
                  className="grid scroll-mt-6 gap-x-6 gap-y-1 py-3 sm:grid-cols-[14rem_1fr]"
                >
                  <dt className="text-sm">
                    <b className="block font-medium">{t(`problems.${kind}.title`)}</b>
                    <span className="font-mono text-xs text-ink-3">
                      {PROBLEMS[kind]} {kind}
                    </span>
                  </dt>
                  <dd className="max-w-measure text-sm text-ink-2">
                    <Prose>{t(`problems.${kind}.detail`, { line: 1, column: 1, seconds: 30 })}</Prose>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </main>
    </div>
  );
}

function Contents({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className="mb-1 text-xs font-medium text-ink-3">{title}</p>
      <ul className="grid gap-px">{children}</ul>
    </div>
  );
}

function Entry({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <a href={href} className="inline-block min-h-6 py-0.5 text-ink-2 hover:text-ink hover:underline">
        {children}
      </a>
    </li>
  );
}

function Topic({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`about-${id}`} className="grid gap-2 text-sm text-ink-2">
      <h3 id={`about-${id}`} className="scroll-mt-6 text-ink">
        {title}
      </h3>
      {children}
    </section>
  );
}
