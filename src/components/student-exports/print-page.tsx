import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { PrintButton } from "@/components/print-button";
import { CrumbName } from "@/components/shell/crumb-name";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";

export interface PrintPageProps {
  title: string;
  back: { href: string; label: string };
  print: string;
  /** What is said of it on the screen alone. */
  notice?: ReactNode;
  children: ReactNode;
}

/** Sheets as they will come out of the printer, with the way back and the button that prints them. */
export function PrintPage({ title, back, print, notice, children }: PrintPageProps) {
  return (
    <PageBody>
      <CrumbName name={title} />
      <div data-print="no" className="grid gap-(--stack)">
        <PageHeader
          title={title}
          actions={
            <>
              <ButtonLink href={back.href} icon={<ArrowLeft />}>
                {back.label}
              </ButtonLink>
              <PrintButton>{print}</PrintButton>
            </>
          }
        />
        {notice}
      </div>
      {children}
    </PageBody>
  );
}
