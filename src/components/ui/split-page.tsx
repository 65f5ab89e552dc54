import type { ReactNode } from "react";
import { BrandMotif } from "./brand-motif";
import { Crest } from "./crest";

export interface SplitPageProps {
  /** The school at this address. */
  schoolName: string;
  /** The school's logo; the crest stands where there is none. */
  logoUrl?: string | null;
  /** A language switch, at the top right of the form's column. */
  topAside?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** At the foot of the form's column. */
  foot?: ReactNode;
  /** On the drawing: the school's own sentence, else its name. */
  motto?: ReactNode;
  mottoDetail?: ReactNode;
}

/** Every signed-out page: the form left, the school's colour and a drawing right. */
export function SplitPage(props: SplitPageProps) {
  const { schoolName, logoUrl, topAside, title, description, children, foot, motto, mottoDetail } = props;
  return (
    <div className="roomy grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr] bg-surface md:grid-cols-[minmax(24rem,5fr)_7fr] md:grid-rows-1">
      <aside
        aria-label={schoolName}
        className="relative order-first flex min-h-36 flex-col justify-end overflow-hidden bg-brand-solid px-5 py-5 text-brand-fg md:order-last md:p-[clamp(1.5rem,4vw,4rem)] print:hidden"
      >
        <BrandMotif className="absolute max-md:-top-4 max-md:-right-6 max-md:h-56 max-md:w-52 max-md:[&_.brand-far]:hidden max-md:[&_.brand-near]:hidden md:inset-0 md:size-full" />
        {logoUrl ? (
          <span className="relative self-start rounded-xl bg-[#fff] p-2">
            {/* biome-ignore lint/performance/noImgElement: a signed address of our own, already of the right size */}
            <img src={logoUrl} alt="" className="size-9 object-contain md:size-16" />
          </span>
        ) : (
          <Crest name={schoolName} size="lg" inverse className="relative -ml-1.5" />
        )}
        <p className="relative mt-2 max-w-[26rem] text-lg font-medium tracking-tight text-balance md:mt-5 md:text-[1.5rem] md:leading-8">
          {motto ?? schoolName}
        </p>
        {mottoDetail ? <p className="relative mt-1">{mottoDetail}</p> : null}
      </aside>
      <div className="flex flex-col px-[max(1.25rem,calc((100%-26rem)/2))] py-5 md:px-[max(1.25rem,calc((100%-23rem)/2))] md:py-6">
        <header className="flex items-center gap-2 text-sm [--control-text:var(--text-sm)] pointer-fine:[--control-h:2rem]">
          {logoUrl ? (
            // biome-ignore lint/performance/noImgElement: a signed address of our own, already of the right size
            <img src={logoUrl} alt="" className="size-8 flex-none object-contain" />
          ) : (
            <Crest name={schoolName} />
          )}
          <b>{schoolName}</b>
          <div className="ml-auto">{topAside}</div>
        </header>
        <main id="main" className="my-auto grid w-full grid-cols-1 gap-5 py-4 md:py-8">
          <div>
            <h1 className="text-2xl">{title}</h1>
            {description ? <p className="mt-1 text-ink-2">{description}</p> : null}
          </div>
          {children}
        </main>
        <footer className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3">{foot}</footer>
      </div>
    </div>
  );
}
