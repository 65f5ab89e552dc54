import type { ClassCoach, Named } from "../types";

/** What somebody wants to do with a class, and is asked about first. */
export type Asked =
  | { kind: "edit" | "duplicate" | "archive" | "addCoaches" }
  | { kind: "move" | "withdraw"; people: readonly Named[] }
  | { kind: "removeLead" | "handOver"; coach: ClassCoach };

export type Ask = (what: Asked) => void;
