import type { useTRPCClient } from "@/trpc/client";

type Client = ReturnType<typeof useTRPCClient>;

export type OpenInvitation = Awaited<ReturnType<Client["onboarding"]["open"]["query"]>>;
export type JoinedSchool = Awaited<ReturnType<Client["onboarding"]["progress"]["query"]>>;
export type SchoolInvitationRow = Awaited<
  ReturnType<Client["schoolInvitation"]["list"]["query"]>
>["rows"][number];
export type InvitedSchools = Awaited<ReturnType<Client["schoolInvitation"]["import"]["mutate"]>>;
