"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { SettingsFrame } from "./settings-frame";
import { useSettings } from "./use-settings";

const HandOverDialog = lazy(() =>
  import("./hand-over-dialog").then(({ HandOverDialog: component }) => ({ default: component })),
);
const LeaveDialog = lazy(() =>
  import("./leave-dialog").then(({ LeaveDialog: component }) => ({ default: component })),
);

/** Handing over the school, and leaving it; `userId` is null for who visits it from the platform. */
export function DangerPage({ userId }: { userId: string | null }) {
  const t = useTranslations("settings.danger");
  const { school } = useSettings();
  const [open, setOpen] = useState<"handOver" | "leave">();
  const { name } = school.fields;
  const close = () => setOpen(undefined);
  const only = school.adminIds.every((id) => id === userId);
  const isAdmin = userId !== null && school.adminIds.includes(userId);

  if (!isAdmin)
    return (
      <SettingsFrame page="danger">
        <Callout>{t("visitor")}</Callout>
      </SettingsFrame>
    );
  return (
    <SettingsFrame page="danger">
      <div className="max-w-measure divide-y divide-danger-line rounded-lg border border-danger-line">
        <Act
          title={t("handOver.title")}
          action={
            <Button variant="danger-quiet" onPress={() => setOpen("handOver")}>
              {t("handOver.open")}
            </Button>
          }
        >
          {t("handOver.body")}
        </Act>
        <Act
          title={t("leave.title")}
          action={
            <Button variant="danger-quiet" disabled={only} onPress={() => setOpen("leave")}>
              {t("leave.open")}
            </Button>
          }
        >
          {only ? t("leave.only") : `${t("leave.body", { school: name })} ${t("leave.classes")}`}
        </Act>
      </div>
      <Suspense fallback={null}>
        {open === "handOver" ? <HandOverDialog school={name} userId={userId} onClose={close} /> : null}
        {open === "leave" ? <LeaveDialog school={name} onClose={close} /> : null}
      </Suspense>
    </SettingsFrame>
  );
}

function Act({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-wrap items-center gap-x-6 gap-y-3 p-4">
      <div className="min-w-0 flex-[1_1_16rem]">
        <h3 id={id}>{title}</h3>
        <p className="text-sm text-ink-2">{children}</p>
      </div>
      {action}
    </section>
  );
}
