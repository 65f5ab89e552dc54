"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { AccountPart } from "./account-part";
import { EmailWaiting } from "./email-waiting";

const EmailDialog = lazy(() => import("./email-dialog").then((module) => ({ default: module.EmailDialog })));

/** The address that one signs in with, and the change that it waits for. */
export function EmailPart({ email }: { email: string }) {
  const t = useTranslations("account.email");
  const trpc = useTRPC();
  const { data: waiting } = useSuspenseQuery(trpc.account.emailChange.queryOptions());
  const [open, setOpen] = useState(false);
  return (
    <AccountPart title={t("title")} description={t("description")}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line py-2.5 pr-3 pl-4">
        <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{email}</span>
        <Button size="sm" onPress={() => setOpen(true)}>
          {t("change")}
        </Button>
      </div>
      {waiting ? <EmailWaiting email={email} change={waiting} /> : null}
      {open ? (
        <Suspense>
          <EmailDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </AccountPart>
  );
}
