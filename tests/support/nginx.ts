import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ROOT } from "../../scripts/lib/paths";
import { endProcess, freePort } from "../../scripts/lib/processes";

export interface Nginx {
  httpPort: number;
  httpsPort: number;
  /** What signs the certificate of each server: itself. */
  certificates: string[];
  close: () => Promise<void>;
}

const TEMPLATES = join(ROOT, "deploy/nginx");
const NOBODY = 65534;

/** Starts a real nginx with the repository's configuration before `upstream`, once `nginx -t` has accepted it. */
export async function startNginx(given: {
  upstream: string;
  appDomain: string;
  /** Schools' own domains. */
  domains: string[];
}): Promise<Nginx> {
  const nginx = program("nginx", ["/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx"]);
  const openssl = program("openssl", ["/usr/bin/openssl", "/opt/homebrew/bin/openssl"]);
  const folder = mkdtempSync(join(tmpdir(), "homeroom-nginx-"));
  const [httpPort, httpsPort] = [await freePort("127.0.0.1"), await freePort("127.0.0.1")];
  for (const name of ["acme/.well-known/acme-challenge", "temp"])
    mkdirSync(join(folder, name), { recursive: true });
  cpSync(join(TEMPLATES, "homeroom-server.conf"), join(folder, "homeroom-server.conf"));
  writeFileSync(join(folder, "acme/.well-known/acme-challenge/proof"), "proved");

  const shared = {
    UPSTREAM: given.upstream,
    HTTP_PORT: String(httpPort),
    HTTPS_PORT: String(httpsPort),
    ACME_ROOT: join(folder, "acme"),
    CONFIG: folder,
    APP_DOMAIN: given.appDomain,
  };
  const certify = (name: string) => certificate(openssl, folder, name);
  const included = [
    render("homeroom.conf.template", { ...shared, ...certify(given.appDomain) }),
    ...given.domains.map((domain) =>
      render("own-domain.conf.template", { ...shared, DOMAIN: domain, ...certify(domain) }),
    ),
  ];
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${join(folder, "temp", kind)};`,
  );
  const main = join(folder, "nginx.conf");
  writeFileSync(
    main,
    `daemon off; pid ${join(folder, "pid")}; error_log ${join(folder, "error.log")}; events {}
http { access_log off; ${temporary.join(" ")}\n${included.join("\n")}\n}`,
  );

  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync("chown", ["-R", `${NOBODY}:${NOBODY}`, folder]);
  const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const options = ["-e", join(folder, "error.log"), "-p", folder, "-c", main];
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const checked = spawnSync(nginx, ["-t", ...options], { encoding: "utf8", ...identity });
  if (checked.status !== 0) {
    remove();
    throw new Error(`nginx does not accept the configuration: ${checked.stderr}`);
  }
  const child = spawn(nginx, options, { stdio: "ignore", ...identity });
  const close = async () => {
    if (child.pid)
      await endProcess(child.pid, [
        ["SIGTERM", 3_000],
        ["SIGKILL", 3_000],
      ]);
    remove();
  };
  await answers(httpsPort, () => child.exitCode !== null).catch(async (error) => {
    await close();
    throw error;
  });
  const names = [given.appDomain, ...given.domains];
  return {
    httpPort,
    httpsPort,
    certificates: names.map((name) => readFileSync(join(folder, `${name}.pem`), "utf8")),
    close,
  };
}

// As envsubst does with a list of names: nginx's own variables stay.
function render(template: string, values: Record<string, string>): string {
  const text = readFileSync(join(TEMPLATES, template), "utf8");
  return text.replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${template} asks for ${name}`);
    return value;
  });
}

function certificate(openssl: string, folder: string, name: string) {
  const [key, pem] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const names = `subjectAltName=DNS:${name},DNS:*.${name}`;
  execFileSync(
    openssl,
    [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "2",
      "-subj",
      `/CN=${name}`,
      "-addext",
      names,
      "-keyout",
      key,
      "-out",
      pem,
    ],
    { stdio: "ignore" },
  );
  return { CERTIFICATE: pem, CERTIFICATE_KEY: key };
}

async function answers(port: number, ended: () => boolean): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true));
      socket.on("error", () => resolve(false)).on("connect", () => socket.end());
    });
    if (isThere) return;
    if (ended() || attempt === 100) throw new Error("nginx does not start");
    await delay(50);
  }
}

function program(name: string, places: string[]): string {
  const found = () => places.find((path) => existsSync(path));
  if (!found() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const install = () =>
      spawnSync("apt-get", ["install", "-y", "-q", name], { stdio: "ignore" }).status === 0;
    if (!install()) spawnSync("apt-get", ["update", "-q"], { stdio: "ignore" }) && install();
  }
  const path = found();
  if (!path) throw new Error(`${name} is missing: install it (apt-get install ${name}).`);
  return path;
}
