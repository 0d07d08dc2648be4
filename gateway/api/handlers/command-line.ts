import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import type { CommandLineView } from '../../../shared/contract/command-line-calls.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { Caller } from '../caller.ts';
import { carryErrors } from '../carry-errors.ts';
import type { CommandLine } from '../../command-line/command-line.ts';

/** A host that carries no command line. */
const NONE: CommandLine = {
  status: () => Promise.resolve({ state: 'unavailable', file: '', onPath: false } satisfies CommandLineView),
  install: () => Promise.reject(new PurserError('NOT_FOUND', 'This build of Purser carries no command line.')),
  remove: () => NONE.status(),
};

/** The contract of the command `purser` in the person's terminals. */
export function implementCommandLine(commandLine: CommandLine = NONE) {
  const os = implement(contract.commandLine).$context<Caller>().use(carryErrors);
  return os.router({
    status: os.status.handler(() => commandLine.status()),
    install: os.install.handler(() => commandLine.install()),
    remove: os.remove.handler(() => commandLine.remove()),
  });
}
