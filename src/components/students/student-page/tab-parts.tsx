"use client";

import { type ComponentType, lazy } from "react";
import type { StudentTab } from "../student-url";
import { ProfileTab } from "./profile-tab";
import type { StudentTabProps } from "./tab-props";

/** What each tab shows. The profile is what the page opens with; the others come when they are asked for. */
export const TAB_PARTS: Record<StudentTab, ComponentType<StudentTabProps>> = {
  profile: ProfileTab,
  family: lazy(() => import("./family-tab")),
  academic: lazy(() => import("../records/academic-tab")),
  attendance: lazy(() => import("../records/attendance-tab")),
  health: lazy(() => import("../records/health-tab")),
  discipline: lazy(() => import("../records/discipline-tab")),
  documents: lazy(() => import("../records/documents-tab")),
  history: lazy(() => import("../records/history-tab")),
};
