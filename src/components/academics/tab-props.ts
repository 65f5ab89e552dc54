import type { Ask, Structure } from "./types";
import type { StructureActions } from "./use-structure-actions";

export interface TabProps {
  structure: Structure;
  actions: StructureActions;
  ask: Ask;
}
