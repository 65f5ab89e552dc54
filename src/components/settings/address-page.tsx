"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { SettingsFrame } from "./settings-frame";
import { SlugField } from "./slug-field";
import { useSettings } from "./use-settings";

const ChangeSlugDialog = lazy(() =>
  import("./change-slug-dialog").then(({ ChangeSlugDialog: component }) => ({ default: component })),
);

/** Where the school is found, and where it was found before; `around` is what stands before and after every slug. */
export function AddressPage({ around }: { around: { before: string; after: string } }) {
  const t = useTranslations("settings.slug");
  const tSettings = useTranslations("settings");
  const format = useFormatter();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { school, refresh } = useSettings();
  const { slug: present, oldSlugs } = school;
  const change = useMutation(trpc.organization.changeSlug.mutationOptions());
  const [asked, setAsked] = useState<string>();
  const [failure, setFailure] = useState<string>();

  async function move(slug: string, undo?: { slug: string }) {
    await change.mutateAsync({ slug });
    toast(t("changed", { slug }), undo && { label: tSettings("undo"), onAction: () => void back(undo.slug) });
    await refresh();
  }

  async function back(slug: string) {
    setFailure(undefined);
    await move(slug).catch((error: unknown) => setFailure(errorText(error).message));
  }

  return (
    <SettingsFrame page="address">
      <div className="grid max-w-form gap-8">
        {failure ? (
          <Callout tone="danger" role="alert">
            {failure}
          </Callout>
        ) : null}
        <div className="grid gap-1">
          <span className="text-sm font-medium">{t("present")}</span>
          <span className="text-lg [overflow-wrap:anywhere]">
            <span className="text-ink-3">{around.before}</span>
            <b>{present}</b>
            <span className="text-ink-3">{around.after}</span>
          </span>
          <span className="text-sm">
            <Link href={`/schools/${present}`}>{t("open")}</Link>
          </span>
        </div>
        <SlugField key={present} around={around} present={present} onChoose={setAsked} />
        {oldSlugs.length > 0 ? (
          <Section title={t("old")} meta={t("oldNote")}>
            <ul className="divide-y divide-line rounded-lg border border-line">
              {oldSlugs.map(({ slug, since }) => (
                <li key={slug} className="flex items-center gap-3 px-4 py-2 text-sm">
                  <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                    {slug}{" "}
                    <span className="text-xs whitespace-nowrap text-ink-3">
                      {t("since", { date: format.dateTime(since, { dateStyle: "medium" }) })}
                    </span>
                  </span>
                  <Button size="sm" aria-label={t("useAgainLabel", { slug })} onPress={() => setAsked(slug)}>
                    {t("useAgain")}
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
      {asked === undefined ? null : (
        <Suspense fallback={null}>
          <ChangeSlugDialog
            around={around}
            present={present}
            slug={asked}
            onClose={() => setAsked(undefined)}
            onConfirm={() => move(asked, { slug: present })}
          />
        </Suspense>
      )}
    </SettingsFrame>
  );
}
