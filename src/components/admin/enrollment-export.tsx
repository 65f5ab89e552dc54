"use client";

import { ExportMenu } from "@/components/export-menu";

/** Downloads who attends which school. */
export function EnrollmentExport() {
  return <ExportMenu hrefOf={(format) => `/api/export/enrollment?format=${format}`} />;
}
