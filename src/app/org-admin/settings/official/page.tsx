import { OfficialPage } from "@/components/settings/official-page";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("official");

export default function Page() {
  return (
    <SettingsRoute page="official">
      <OfficialPage />
    </SettingsRoute>
  );
}
