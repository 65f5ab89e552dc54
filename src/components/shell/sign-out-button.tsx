"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useSignOut } from "./use-sign-out";

/** Ends this session and shows the sign-in page. */
export function SignOutButton() {
  const t = useTranslations("app");
  return (
    <Button icon={<LogOut />} onPress={useSignOut()}>
      {t("signOut")}
    </Button>
  );
}
