/** The drawing on the brand panel: a chalkboard with paper and two desks before it, in the school's colour. */
export function BrandMotif({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 800 900" preserveAspectRatio="xMidYMin slice" aria-hidden="true" className={className}>
      <circle cx="612" cy="168" r="92" fill="currentColor" opacity=".10" />
      <path className="brand-far" d="M0 604h800v296H0z" />
      <path className="brand-near" d="M0 706l800-44v238H0z" />
      <g fill="currentColor" opacity=".24">
        <path d="M128 196h420a8 8 0 0 1 8 8v252a8 8 0 0 1-8 8H128a8 8 0 0 1-8-8V204a8 8 0 0 1 8-8z" />
        <path d="M104 476h468v12H104z" />
      </g>
      <g fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" opacity=".5">
        <path d="M168 262h150M168 300h96M168 338h124" />
        <path d="M372 402h138V282z" />
        <path d="M488 402v-22h22M400 402a30 30 0 0 0-5-18" />
      </g>
      <g fill="currentColor" opacity=".34">
        <path d="M600 214l96-10 12 122-96 10z" />
        <path d="M626 372l92 8-10 112-92-8z" opacity=".8" />
      </g>
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" opacity=".34">
        <path d="M150 566h186M168 566v86M318 566v86M168 604h150" />
        <path d="M432 566h186M450 566v86M600 566v86M450 604h150" />
        <path d="M206 566v-16h60v16M508 566v-22h44v22" />
      </g>
    </svg>
  );
}
