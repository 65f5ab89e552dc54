import { AddressPage } from "@/components/settings/address-page";
import { env } from "@/lib/env";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("address");

export default function Page() {
  const { host } = new URL(env().APP_URL);
  return (
    <SettingsRoute page="address">
      <AddressPage base={`${host}/schools/`} />
    </SettingsRoute>
  );
}
