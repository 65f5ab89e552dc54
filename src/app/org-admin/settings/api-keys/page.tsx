import { ApiKeysPage } from "@/components/api-keys/api-keys-page";
import { prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("api-keys");

export default async function Page() {
  await requirePermission("api-key:manage");
  prefetch(trpc.apiKey.list.queryOptions());
  return (
    <SettingsRoute page="api-keys">
      <ApiKeysPage />
    </SettingsRoute>
  );
}
