import { GeneralPage } from "@/components/settings/general-page";
import { SettingsRoute, settingsMetadata } from "./_components/settings-route";

export const generateMetadata = () => settingsMetadata("general");

export default function Page() {
  return (
    <SettingsRoute page="general">
      <GeneralPage />
    </SettingsRoute>
  );
}
