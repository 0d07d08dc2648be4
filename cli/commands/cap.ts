import { Argument } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { CAP_WINDOWS, describeCap } from '../../shared/cap.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { policyScopeSchema, scopeOf } from '../../shared/policy.ts';
import type { PolicyScope } from '../../shared/policy.ts';
import { readAmount } from '../options/amount-option.ts';
import { action, withGlobals } from '../context.ts';
import { print } from '../screen/output.ts';
import { findAgent } from '../options/find-agent.ts';

const ROLLING = 'rolling-';
const WINDOWS = [
  ...CAP_WINDOWS,
  ...CAP_WINDOWS.filter((window) => window !== 'total').map((window) => `${ROLLING}${window}`),
];
const typed = z.tuple([z.string(), z.string()]);
const options = z.object({ by: z.custom<Nanodollars>((amount) => typeof amount === 'number').optional() });

/** `purser cap raise` */
export function addCapCommands(program: Command): void {
  const cap = program.command('cap').description('existing caps; set them with `key issue` or `policy apply`');
  withGlobals(cap.command('raise'))
    .argument('<whose>', 'an agent, a sub-key (key_...), provider:NAME or everything')
    .addArgument(new Argument('<window>', 'which of its caps').choices(WINDOWS))
    .description('raise a cap until midnight')
    .option('--by <usd>', 'by this many dollars; otherwise by its own amount', readAmount)
    .action(
      action(async (context, command) => {
        const [whose, windowText] = typed.parse(command.args);
        const window = z.enum(CAP_WINDOWS).parse(windowText.replace(ROLLING, ''));
        const { by: extra } = options.parse(command.opts());
        const raised = await context.ask(async (gateway) =>
          gateway.caps.raise({
            scope: await scopeFor(gateway, whose),
            window,
            rolling: windowText.startsWith(ROLLING),
            extra,
          }),
        );
        print(context, raised, `Until midnight, this cap is ${describeCap(raised.cap)}.`);
      }),
    );
}

async function scopeFor(gateway: GatewayClient, whose: string): Promise<PolicyScope> {
  const scope = policyScopeSchema.safeParse(whose.startsWith('key_') ? `key:${whose}` : whose);
  return scope.success ? scope.data : scopeOf('agent', (await findAgent(gateway, whose)).id);
}
