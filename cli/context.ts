import { Option } from 'commander';
import type { Command } from 'commander';
import { resolve } from 'node:path';
import type { GatewayClient, PurserClient } from '../shared/contract/contract.ts';
import { PurserError } from '../shared/errors.ts';
import { defaultDataFolder } from '../gateway/platform/data-folder.ts';
import { withGateway } from './connect.ts';
import { EVERYWHERE } from './help/help-looks.ts';
import { fail } from './screen/output.ts';
import type { Output } from './screen/output.ts';
import { whileWaiting } from './screen/while-waiting.ts';
import { VERSION } from './product.ts';

interface GlobalOptions {
  readonly dataDir?: string;
  readonly json?: boolean;
}

/** The parts that every command gets: where the data is, how to answer, and a way to the gateway. */
export interface CommandContext extends Output {
  readonly dataFolder: string;
  /** @param doing what a person who has to wait is told of it, such as `Asking OpenAI` */
  ask<T>(use: (gateway: GatewayClient, host: PurserClient) => Promise<T>, doing?: string): Promise<T>;
}

/** Adds the options that every command takes. */
export function withGlobals(command: Command): Command {
  const everywhere = [
    new Option('--data-dir <dir>', 'data folder of the gateway to talk to (or PURSER_DATA_DIR)'),
    new Option('--json', 'print one JSON document and nothing else'),
  ];
  for (const option of everywhere) command.addOption(option.helpGroup(EVERYWHERE));
  return command;
}

/** Wraps a command's work: finds its context, and turns every failure into a sentence and exit code 1. */
export function action(
  work: (context: CommandContext, command: Command) => Promise<void>,
): (...args: readonly unknown[]) => Promise<void> {
  return async (...args) => {
    const command = args.at(-1);
    const options: GlobalOptions = isCommand(command) ? command.optsWithGlobals() : {};
    const json = options.json === true;
    try {
      if (!isCommand(command)) throw new TypeError('commander called an action without its command');
      const dataFolder = options.dataDir === undefined ? defaultDataFolder(process.env) : resolve(options.dataDir);
      const ask: CommandContext['ask'] = (use, doing) =>
        whileWaiting(
          json ? undefined : doing,
          withGateway(dataFolder, (gateway, host) =>
            use(gateway, host).catch((error: unknown) => explainMisunderstanding(gateway, error)),
          ),
        );
      await work({ json, dataFolder, ask }, command);
    } catch (error) {
      fail({ json }, error);
    }
  };
}

/**
 * An answer of another shape than this command knows is from a gateway of another build: an update beside a running
 * app.
 */
async function explainMisunderstanding(gateway: GatewayClient, error: unknown): Promise<never> {
  if (!(error instanceof TypeError)) throw error;
  const { version, pid } = await gateway.status();
  throw new PurserError(
    'CONFLICT',
    `The running Purser (${version}, process ${pid}) is a different build than this command (${VERSION}), so they ` +
      `cannot understand each other. Quit it and start it again. The command may have worked: check before you ` +
      `repeat it.`,
    { cause: error },
  );
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'optsWithGlobals' in value;
}
