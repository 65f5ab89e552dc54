import { InvitationsPage } from "@/components/settings/invitations-page";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("invitations");

export default function Page() {
  return (
    <SettingsRoute page="invitations">
      <InvitationsPage />
    </SettingsRoute>
  );
}
