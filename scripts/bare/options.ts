import { isAbsolute } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `npm run test:bare [-- OPTIONS]

Makes a bare Debian 12 with Node 20 and npm 11 in a folder of its own, copies what is committed into it, and runs there
what the README says: npm ci && npm test as root, then npm start as an ordinary user. Needs root on Linux, 12 GB of disk
and about 40 minutes.

  --keep              leave the machine there at the end, and say where
  --machine FOLDER    take a machine that was kept; what is committed now is put into it. It is kept again
  --only test|start   one of the two: npm ci && npm test, or npm start
  --run COMMAND       run this there, in the project and as root, in place of what the README says`;

export interface Options {
  readonly keep: boolean;
  readonly only: 'test' | 'start' | undefined;
  /** Absolute path of a machine that was kept. */
  readonly machine: string | undefined;
  /** For `sh -c`, in the project. */
  readonly run: string | undefined;
  readonly help: boolean;
}

/** @throws Error whose message tells what is wrong with the arguments */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      keep: { type: 'boolean' },
      machine: { type: 'string' },
      only: { type: 'string' },
      run: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { machine, only, run } = values;
  // It is a root of its own in a moment: "relative to what" must not be a question then.
  if (machine !== undefined && !isAbsolute(machine))
    throw new Error(`--machine wants the whole path of the folder, not ${machine === '' ? 'nothing' : machine}.`);
  if (only !== undefined && only !== 'test' && only !== 'start') throw new Error('--only wants test or start.');
  if (run?.trim() === '') throw new Error('--run wants a command, such as --run "npx vitest run shared".');
  return { keep: values.keep === true || machine !== undefined, machine, only, run, help: values.help === true };
}
