"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Opens the browser's own print dialog. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button variant="primary" icon={<Printer />} onPress={() => window.print()}>
      {children}
    </Button>
  );
}
