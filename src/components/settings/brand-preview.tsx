import { LayoutDashboard, Shapes, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CSSProperties, useId } from "react";
import { Crest } from "@/components/ui/crest";
import { cx } from "@/components/ui/cx";
import { normalHex } from "@/components/ui/hex-color";

export interface BrandPreviewProps {
  name: string;
  /** As it is written, whole or not. */
  color: string;
  /** Shown while what is written is no colour. */
  fallback: string;
  logoUrl: string | null;
}

/** A page in the school's colour by day and by night; all shades are derived by the tokens. */
export function BrandPreview({ name, color, fallback, logoUrl }: BrandPreviewProps) {
  const t = useTranslations("settings.preview");
  const id = useId();
  const brand = normalHex(color) ?? fallback;
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <div className="flex items-baseline gap-2">
        <h3 id={id} className="text-sm">
          {t("title")}
        </h3>
        <span className="ml-auto text-xs text-ink-3">{t("meta")}</span>
      </div>
      <div className="grid gap-2" data-testid="brand-previews">
        {(["light", "dark"] as const).map((theme) => (
          <Page key={theme} {...{ theme, brand, name, logoUrl }} />
        ))}
      </div>
      <p className="text-xs text-ink-3">{t("note")}</p>
    </section>
  );
}

const PLACES = [
  { key: "dashboard", icon: LayoutDashboard },
  { key: "users", icon: Users },
  { key: "classes", icon: Shapes },
] as const;

function Page(props: { theme: "light" | "dark"; brand: string; name: string; logoUrl: string | null }) {
  const { theme, brand, name, logoUrl } = props;
  const t = useTranslations("settings.preview");
  const tPlace = useTranslations("app.places");
  return (
    <div
      aria-hidden="true"
      data-theme={theme}
      data-brand=""
      style={{ "--brand": brand } as CSSProperties}
      className="grid grid-cols-1 overflow-hidden rounded-lg border border-line-strong bg-canvas text-xs text-ink sm:grid-cols-[8.5rem_minmax(0,1fr)]"
    >
      <div className="grid content-start gap-0.5 px-2 py-3 max-sm:hidden">
        <div className="mb-2 flex items-center gap-2">
          {logoUrl ? (
            // biome-ignore lint/performance/noImgElement: a signed address of our own, already of the right size
            <img src={logoUrl} alt="" className="size-6 flex-none object-contain" />
          ) : (
            <Crest name={name} size="sm" />
          )}
          <b className="leading-tight">{name}</b>
        </div>
        {PLACES.map(({ key, icon: Icon }, index) => (
          <span
            key={key}
            className={cx(
              "relative flex min-h-6 items-center gap-2 rounded-sm px-2",
              index === 0
                ? "bg-press font-medium before:absolute before:inset-y-1 before:-left-2 before:w-[3px] before:bg-brand-mark [&>svg]:text-brand-text"
                : "text-ink-2 [&>svg]:text-icon",
            )}
          >
            <Icon className="size-3.5!" />
            {tPlace(key)}
          </span>
        ))}
      </div>
      <div className="grid content-start gap-2 border-line bg-surface p-3 sm:border-l">
        <b className="text-md">{t("greeting")}</b>
        <p className="text-ink-2">
          {t("sentence")} <span className="text-brand-text underline underline-offset-2">{t("link")}</span>
        </p>
        <span className="block h-1.5 overflow-hidden rounded-full bg-press">
          <span className="block h-full w-[77%] bg-brand-mark" />
        </span>
        <div className="mt-1 flex flex-wrap gap-2 font-medium">
          <span className="rounded-md bg-brand-solid px-2 py-1.5 text-brand-fg">{t("primary")}</span>
          <span className="rounded-md bg-raised px-2 py-1.5 edge-shadow">{t("secondary")}</span>
        </div>
      </div>
    </div>
  );
}
