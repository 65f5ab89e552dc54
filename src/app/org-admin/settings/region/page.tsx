import { RegionPage } from "@/components/settings/region-page";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("region");

export default function Page() {
  return (
    <SettingsRoute page="region">
      <RegionPage />
    </SettingsRoute>
  );
}
