import { redirect } from "next/navigation";
import { HOME } from "@/components/shell/navigation";
import { requestContext } from "@/trpc/server";

/** Sends everyone where they begin. */
export default async function Page() {
  const { session, actor } = await requestContext();
  redirect(session ? HOME[actor?.role ?? session.user?.role ?? "STUDENT"] : "/sign-in");
}
