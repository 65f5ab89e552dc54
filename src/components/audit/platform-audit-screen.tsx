"use client";

import type { Density } from "@/domain/preferences";
import { LogScreen } from "./log-screen";
import { PLATFORM_LOG } from "./platform-log";

/** The log of every school and of the platform itself. */
export function PlatformAuditScreen(props: { density: Density; start: Date }) {
  return <LogScreen source={PLATFORM_LOG} keepsViews={false} mayExport {...props} />;
}
