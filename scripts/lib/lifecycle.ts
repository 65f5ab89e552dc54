import { oneLine, UserError } from "./user-error";

/** What a command started, and its orderly end: the last started is the first stopped. */
export interface Lifecycle {
  /** Remembers how to undo something just begun. */
  onStop: (undo: () => Promise<void> | void) => void;
  /** Undoes everything once, then ends the process. */
  stop: (code: number, line?: string) => Promise<never>;
  readonly stopping: boolean;
}

/** Ties the end of this process, by signal or by error, to the orderly end of what it starts. */
function lifecycle(interrupted: number): Lifecycle {
  const undoing: (() => Promise<void> | void)[] = [];
  let ending: Promise<never> | undefined;
  const end = async (code: number): Promise<never> => {
    let result = code;
    for (let undo = undoing.pop(); undo; undo = undoing.pop()) {
      try {
        await undo();
      } catch (error) {
        console.error(`While stopping: ${oneLine(error)}`);
        result ||= 1;
      }
    }
    process.exit(result);
  };
  const life: Lifecycle = {
    onStop: (undo) => undoing.push(undo),
    stop: (code, line) => {
      if (line && !ending) (code === 0 ? console.log : console.error)(line);
      ending ??= end(code);
      return ending;
    },
    get stopping() {
      return ending !== undefined;
    },
  };
  // A terminal and npm may both send the signal: the second one finds the end under way.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(name, () => void life.stop(interrupted, "Stopping ..."));
  return life;
}

/**
 * Runs a command under a lifecycle: an error ends it in one line when a person can mend it, else with its stack.
 * `interrupted` is the exit code after Ctrl-C.
 */
export async function underLifecycle(
  run: (life: Lifecycle) => Promise<void>,
  { interrupted = 0 } = {},
): Promise<void> {
  const life = lifecycle(interrupted);
  try {
    await run(life);
  } catch (error) {
    const known = error instanceof UserError || (error instanceof Error && error.name === "SettingError");
    await life.stop(1, known ? oneLine(error) : String(error instanceof Error ? error.stack : error));
  }
}
