import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Compiled, compileForChild } from './compiled.ts';

/** What a person sees of a command line, and its exit code. */
interface Seen {
  readonly screen: string;
  readonly code: number;
}

/** The command line of the sources, run on a pseudo-terminal of its own by the `script` of util-linux. */
export class Terminal {
  readonly #compiled: Compiled;

  constructor() {
    this.#compiled = compileForChild('cli/main.ts');
  }

  /** How a shell calls `mms`. */
  get mms(): string {
    return `'${process.execPath}' '${join(this.#compiled.folder, 'cli/main.js')}'`;
  }

  /** A line of a shell; `mms` in it is ours. Lines of the screen end with LF. */
  run(line: string, cwd: string, env: Readonly<Record<string, string>> = {}): Seen {
    const { NO_COLOR: _no, FORCE_COLOR: _forced, DEBUG: _debug, ...inherited } = process.env;
    const command = `mms() { ${this.mms} "$@"; }; ${line}`;
    const { stdout, status } = spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...inherited, SHELL: '/bin/bash', TERM: 'xterm', ...env },
    });
    return { screen: stdout.replaceAll('\r\n', '\n'), code: status ?? -1 };
  }

  remove(): void {
    this.#compiled.remove();
  }
}
