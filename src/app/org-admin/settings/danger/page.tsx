import { DangerPage } from "@/components/settings/danger-page";
import { requirePermission } from "../../../_shell/require";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("danger");

export default async function Page() {
  const { userId } = await requirePermission("organization:update");
  return (
    <SettingsRoute page="danger">
      <DangerPage userId={userId} />
    </SettingsRoute>
  );
}
