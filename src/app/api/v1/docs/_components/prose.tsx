/** A sentence whose words between backticks are code. */
export function Prose({ children }: { children: string }) {
  return children.split("`").map((part, n) =>
    n % 2 === 0 ? (
      part
    ) : (
      <code key={part} className="font-mono text-[.92em]">
        {part}
      </code>
    ),
  );
}
