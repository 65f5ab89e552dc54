"use client";

import { createContext, useContext } from "react";
import type { Role } from "@/domain/roles";
import type { Place } from "./navigation";

/** Who uses the tools: their role, and a name for what this device keeps for them alone. */
export type ShellViewer = { role: Role; deviceKey: string };

export type Tools = { places: readonly Place[]; openPalette: () => void; openShortcuts: () => void };

export const ToolsContext = createContext<Tools>({
  places: [],
  openPalette: () => undefined,
  openShortcuts: () => undefined,
});

/** What every signed-in page has: the person's places, the palette and the list of shortcuts. */
export function useShellTools(): Tools {
  return useContext(ToolsContext);
}
