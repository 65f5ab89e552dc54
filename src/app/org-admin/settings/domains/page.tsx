import { DomainsPage } from "@/components/settings/domains-page";
import { hasSchoolHosts } from "@/lib/host-rules";
import { prefetch, trpc } from "@/trpc/server";
import { SettingsRoute, settingsMetadata } from "../_components/settings-route";

export const generateMetadata = () => settingsMetadata("domains");

export default function Page() {
  prefetch(trpc.domain.list.queryOptions());
  return (
    <SettingsRoute page="domains">
      <DomainsPage isOffered={hasSchoolHosts()} />
    </SettingsRoute>
  );
}
