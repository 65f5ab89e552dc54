import { BrandingPage } from "@/components/settings/branding-page";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("branding");

export default function Page() {
  return (
    <SettingsRoute page="branding">
      <BrandingPage />
    </SettingsRoute>
  );
}
