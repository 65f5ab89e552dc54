import { AddressPage } from "@/components/settings/address-page";
import { hostRules } from "@/lib/host-rules";
import { aroundSlug } from "@/lib/school-host";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("address");

export default function Page() {
  return (
    <SettingsRoute page="address">
      <AddressPage around={aroundSlug(hostRules())} />
    </SettingsRoute>
  );
}
