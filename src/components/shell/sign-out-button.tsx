"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Ends this session and shows the sign-in page. */
export function SignOutButton() {
  const t = useTranslations("app");
  return (
    <Button icon={<LogOut />} onPress={() => signOut({ callbackUrl: "/sign-in" })}>
      {t("signOut")}
    </Button>
  );
}
