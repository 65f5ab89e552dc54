/** The product's own mark and name, on pages that belong to no school. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2 font-strong tracking-tight">
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        className="size-[22px] fill-none stroke-brand-mark stroke-2 [stroke-linecap:round] [stroke-linejoin:round]"
      >
        <path d="M4 21V9l8-6 8 6v12" />
        <path d="M9 21v-7h6v7M4 21h16" />
      </svg>
      {name}
    </span>
  );
}
