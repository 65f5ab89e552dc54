"use client";

import { onlineManager } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { signOut } from "@/components/account/auth-client";
import { toast } from "@/components/ui/toast";
import { forgetRecent } from "./recent";
import { hold } from "./use-connection";

/** Ends this session, leaves no name on the device, and shows the sign-in page. */
export function useSignOut(): () => void {
  const t = useTranslations("app.connection");
  return () => {
    if (!onlineManager.isOnline()) {
      hold("staySignedIn");
      return;
    }
    forgetRecent();
    signOut().catch(() => toast(t("staySignedIn")));
  };
}
