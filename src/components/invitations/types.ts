import type { useTRPCClient } from "@/trpc/client";

type Client = ReturnType<typeof useTRPCClient>["invitation"];

export type InvitationRow = Awaited<ReturnType<Client["list"]["query"]>>["rows"][number];
export type InvitationResult = Awaited<ReturnType<Client["resend"]["mutate"]>>[number];
export type Batch = Awaited<ReturnType<Client["getBatch"]["query"]>>;
