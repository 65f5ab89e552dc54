import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { RouteLink } from "@/components/ui/route-link";

type Listed = { id: string; recipient: string; subject: string; createdAt: Date };

/** The latest messages; on a phone it makes way for the chosen one. */
export function OutboxList({
  messages,
  chosen,
}: {
  messages: readonly Listed[];
  chosen: string | undefined;
}) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  return (
    <nav
      aria-label={t("latest")}
      className={cx("min-w-0 md:border-r md:border-line", chosen !== undefined && "max-md:hidden")}
    >
      <ul>
        {messages.map(({ id, recipient, subject, createdAt }) => (
          <li key={id}>
            <RouteLink
              href={`/dev/outbox/${id}`}
              scroll={false}
              aria-current={id === chosen ? "page" : undefined}
              className="block border-b border-line px-(--gutter) py-2 text-sm -outline-offset-2! hover:bg-hover aria-[current]:bg-hover aria-[current]:shadow-[inset_3px_0_0_var(--brand-mark)]"
            >
              <span className="flex gap-3">
                <b className="min-w-0 flex-1 truncate font-medium">{recipient}</b>
                <time dateTime={createdAt.toISOString()} className="text-xs leading-5 text-ink-3">
                  {format.dateTime(createdAt, { dateStyle: "short", timeStyle: "short" })}
                </time>
              </span>
              <span className="block truncate text-ink-2">{subject}</span>
            </RouteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
