import { createProgram } from './program.ts';
import { parseArguments, wantsJson } from './refused-arguments.ts';
import { crash, endWhenUnread } from './screen/output.ts';

/** Runs the command that the arguments name, of all that there are. */
export async function start(args: readonly string[]): Promise<void> {
  process.on('uncaughtException', (error) => crash({ json: wantsJson(args) }, error));
  endWhenUnread();
  await parseArguments(createProgram(), args);
}
