import { BEGINNING, sealHash } from "./chain";

export const FAULTS = ["edited", "missing", "reordered", "unsealed-too-long", "extra", "cut"] as const;
export type Fault = (typeof FAULTS)[number];

/** A place of a chain as it is stored; `canonical` is undefined where the event is gone. */
export type Link = { position: number; eventId: string; hash: string; canonical: string | undefined };

export type FoundFault = { position: number | null; eventId: string | null; fault: Fault };

/** Links that do not hold, kept to see whether they hold elsewhere; more than these are called edited. */
const MAX_SUSPECTS = 200;
const MAX_FAULTS = 1_000;

type Suspect = { position: number; eventId: string; hash: string; canonical: string; previous: string };

/**
 * Walks one chain, link by link in the order of their positions, in bounded memory. Each link is held against the
 * stored hash before it, so that one fault does not spread over all that follows.
 */
export class ChainWalk {
  private position = 0;
  /** The stored hash before the next link; undefined behind a gap. */
  private previous: string | undefined = BEGINNING;
  /** What the last link's hash would have to be, where it is another. */
  private due: string | undefined;
  private readonly found: FoundFault[] = [];
  private readonly suspects: Suspect[] = [];

  follow(link: Link): void {
    for (let gap = this.position + 1; gap < link.position && this.found.length < MAX_FAULTS; gap += 1)
      this.tell({ position: gap, eventId: null, fault: "missing" });
    if (link.position > this.position + 1) this.previous = undefined;
    this.judge(link);
    this.position = link.position;
    this.previous = link.hash;
  }

  private judge({ position, eventId, hash, canonical }: Link): void {
    const { previous, due } = this;
    this.due = undefined;
    if (canonical === undefined) this.tell({ position, eventId, fault: "missing" });
    if (canonical === undefined || previous === undefined) return;
    const computed = sealHash(previous, canonical);
    if (computed === hash) return;
    // It goes on from what the one before should have been: the seal of that one was written over.
    if (due !== undefined && sealHash(due, canonical) === hash) return;
    this.due = computed;
    if (this.suspects.length < MAX_SUSPECTS)
      this.suspects.push({ position, eventId, hash, canonical, previous });
    else this.tell({ position, eventId, fault: "edited" });
  }

  private tell(fault: FoundFault): void {
    if (this.found.length < MAX_FAULTS) this.found.push(fault);
  }

  /** What is wrong with the chain, in its order, and where it ends. */
  end(): { position: number; faults: FoundFault[] } {
    const stored = new Set(this.suspects.map(({ hash }) => hash));
    const before = new Set([...stored, ...this.suspects.map(({ previous }) => previous)]);
    for (const { position, eventId, canonical } of this.suspects) {
      // An event that holds in another place was moved; one that holds nowhere says something else than it did.
      const moved = [...before].some((previous) => stored.has(sealHash(previous, canonical)));
      this.found.push({ position, eventId, fault: moved ? "reordered" : "edited" });
    }
    const faults = this.found.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
    return { position: this.position, faults };
  }
}
