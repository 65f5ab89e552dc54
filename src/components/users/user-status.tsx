import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { StatusDot } from "@/components/ui/status-dot";
import type { UserStatus } from "@/domain/roles";

/** Active is normal, a dot and a word; suspended asks for something. */
export function UserStatusMark({ status }: { status: UserStatus }) {
  const t = useTranslations("users.statuses");
  if (status === "active") return <StatusDot>{t("active")}</StatusDot>;
  return (
    <Badge tone="danger" icon={<Ban />}>
      {t("suspended")}
    </Badge>
  );
}
