import { spawn } from "node:child_process";

/**
 * A shell that waits for this process to end, however it ends, and takes another one with it (negative: a group),
 * then removes folders: nobody else would after a SIGKILL. Returns what calls it off.
 */
export function endWithThisProcess(pid: number, folders: string[] = []): () => void {
  const script = 'cat >/dev/null; kill -s "$1" -- "$2" && sleep 1; shift 2; rm -rf -- "$@"';
  // PostgreSQL ends its children itself on QUIT; a group may hold processes that ignore it.
  const signal = pid < 0 ? "KILL" : "QUIT";
  const guard = spawn("/bin/sh", ["-c", script, "sh", signal, String(pid), ...folders], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.unref();
  if (guard.stdin && "unref" in guard.stdin && typeof guard.stdin.unref === "function") guard.stdin.unref();
  return () => guard.kill("SIGKILL");
}
