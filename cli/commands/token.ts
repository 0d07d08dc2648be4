import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Cap } from '../../shared/cap.ts';
import { collectCap } from '../options/cap-option.ts';
import { action, withGlobals } from '../context.ts';
import { parseDuration } from '../options/duration.ts';
import { print } from '../screen/output.ts';

const HOUR_MS = 3_600_000;
const options = z.object({
  agent: z.string(),
  for: z.int(),
  cap: z.array(z.custom<Cap>()).optional(),
  renew: z.boolean().default(false),
});

/** `purser token`: what Claude Code's `apiKeyHelper` and Codex's `auth` command call */
export function addTokenCommand(program: Command): void {
  withGlobals(program.command('token'))
    .description('print a short-lived sub-key and nothing else, for tools that fetch their key from a command')
    .requiredOption('--agent <name>', 'who will hold it')
    .addOption(
      new Option('--for <duration>', 'how long it works, from 1m to 24h')
        .argParser(parseDuration)
        .default(HOUR_MS, '1h'),
    )
    .option(
      '--cap <usd/window>',
      'the caps over all tokens of this agent (at first 5/day); may be given more than once',
      collectCap,
    )
    .option('--renew', 'issue it a new one after its sub-key was revoked')
    .action(
      action(async (context, command) => {
        const { agent, for: forMs, cap, renew } = options.parse(command.opts());
        const token = await context.ask((gateway) =>
          gateway.keys.token({ agent, forMs, renew, ...(cap === undefined ? {} : { caps: cap }) }),
        );
        print(context, token, token.key);
      }),
    );
}
