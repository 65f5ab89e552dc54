import { Avatar, type AvatarProps } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import { classInitials } from "@/lib/class-initials";

/** The two letters of a class, in the school's colour. */
export function ClassMark({ name, size, className }: Pick<AvatarProps, "name" | "size" | "className">) {
  return (
    <Avatar
      name={classInitials(name)}
      square
      size={size}
      className={cx("bg-brand-soft! text-brand-text!", className)}
    />
  );
}
