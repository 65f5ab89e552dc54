import { sessionIdInput } from "@/domain/account";
import { listSessions, revokeAllSessions, revokeOtherSessions, revokeSession } from "../services/account";
import { authedProcedure, router } from "../trpc";

export const sessionRouter = router({
  list: authedProcedure.query(({ ctx }) => listSessions(ctx)),
  revoke: authedProcedure.input(sessionIdInput).mutation(({ ctx, input }) => revokeSession(ctx, input)),
  revokeOthers: authedProcedure.mutation(({ ctx }) => revokeOtherSessions(ctx)),
  revokeAll: authedProcedure.mutation(({ ctx }) => revokeAllSessions(ctx)),
});
