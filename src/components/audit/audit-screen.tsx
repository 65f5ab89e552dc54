"use client";

import type { ComponentProps } from "react";
import { LogScreen } from "./log-screen";
import { SCHOOL_LOG } from "./school-log";

/** The log of a school. */
export function AuditScreen(props: Omit<ComponentProps<typeof LogScreen>, "source">) {
  return <LogScreen source={SCHOOL_LOG} {...props} />;
}
