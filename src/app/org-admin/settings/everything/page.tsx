import { EverythingPage } from "@/components/settings/everything-page";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("everything");

export default function Page() {
  return (
    <SettingsRoute page="everything">
      <EverythingPage />
    </SettingsRoute>
  );
}
