import { atGate } from "@/db/scope";
import type { CheckJoinSlugInput } from "@/domain/onboarding";
import { slugProposals } from "@/lib/slugify";
import { hashToken } from "@/lib/tokens";
import { DomainError } from "@/server/errors";
import { countAttempt, type Limit } from "@/server/rate-limit";
import { findTakenSlugs, type ReadSlug, readSlug } from "../organization";
import { findInvitation } from "./queries";

const MINUTE = 60;
/** Enough for whoever types, too little for a list of all schools. */
const CHECKS: Limit = { name: "join-slug-check", points: 90, seconds: 5 * MINUTE };
const MOST = 3;

/** What becomes of a subdomain that was typed; where it cannot be the school's, some that can. */
export type JoinSlugCheck = (
  | { slug: string; state: "free" | "taken" }
  | Exclude<ReadSlug, { state: "usable" }>
) & { proposals: string[] };

/** Whether the school of the link could have this subdomain. Throws TOO_MANY where that is asked too often. */
export async function checkJoinSlug({ token, slug, name }: CheckJoinSlugInput): Promise<JoinSlugCheck> {
  const tokenHash = hashToken(token);
  await countAttempt(CHECKS, tokenHash);
  const read = readSlug(slug);
  const candidates = [...new Set([...slugProposals(name), ...slugProposals(slug)])].filter(
    (each) => readSlug(each).state === "usable" && each !== read.slug,
  );
  const taken = await atGate({ tokenHash }, async (tx) => {
    const { status } = await findInvitation(tx, tokenHash);
    if (status !== "pending") throw new DomainError("conflict", `schoolInvitation.${status}`);
    return findTakenSlugs(tx, [read.slug, ...candidates]);
  });
  const proposals = candidates.filter((each) => !taken.has(each)).slice(0, MOST);
  if (read.state !== "usable") return { ...read, proposals };
  if (taken.has(read.slug)) return { slug: read.slug, state: "taken", proposals };
  return { slug: read.slug, state: "free", proposals: [] };
}
