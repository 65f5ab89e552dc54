import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";

/**
 * Checks a form by a schema that is fetched when it is first needed: zod is in no page's first load.
 * Where it cannot be fetched nothing is refused here, and the server alone judges.
 */
export function lazyResolver<Input extends FieldValues, Context, Output>(
  load: () => Promise<z.ZodType<Output, Input>>,
): Resolver<Input, Context, Output> {
  return async (values, context, options) => {
    const loaded = await Promise.all([import("@hookform/resolvers/zod"), load()]).catch(() => undefined);
    if (!loaded) return { values: values as unknown as Output, errors: {} };
    const [{ zodResolver }, schema] = loaded;
    return zodResolver(schema)(values, context, options);
  };
}
