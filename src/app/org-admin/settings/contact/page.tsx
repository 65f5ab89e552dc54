import { ContactPage } from "@/components/settings/contact-page";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("contact");

export default function Page() {
  return (
    <SettingsRoute page="contact">
      <ContactPage />
    </SettingsRoute>
  );
}
