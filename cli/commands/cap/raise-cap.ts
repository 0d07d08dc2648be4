import { Argument } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { CAP_WINDOWS, describeCap } from '../../../shared/cap.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { CapView } from '../../../shared/contract/views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { policyScopeSchema, scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import { readAmount } from '../../options/amount-option.ts';
import { action, withGlobals } from '../../context.ts';
import { print } from '../../screen/output.ts';
import { findAgent } from '../../options/find-agent.ts';

const ROLLING = 'rolling-';
const WINDOWS = [
  ...CAP_WINDOWS,
  ...CAP_WINDOWS.filter((window) => window !== 'total').map((window) => `${ROLLING}${window}`),
];
const typed = z.tuple([z.string(), z.string()]);
const options = z.object({ by: z.custom<Nanodollars>((amount) => typeof amount === 'number').optional() });

/** `purser cap raise` */
export function addRaiseCommand(cap: Command): void {
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
        const rolling = windowText.startsWith(ROLLING);
        const raised = await context.ask(async (gateway) => {
          const scope = await scopeFor(gateway, whose, { window, rolling });
          return gateway.caps.raise({ scope, window, rolling, extra });
        });
        print(context, raised, `Until midnight, this cap is ${describeCap(raised.cap)}.`);
      }),
    );
}

type WhichCap = Pick<CapView, 'window' | 'rolling'>;

/** Whose cap is meant: an agent's own, or else that of its only sub-key with such a cap. */
async function scopeFor(gateway: GatewayClient, whose: string, which: WhichCap): Promise<PolicyScope> {
  const scope = policyScopeSchema.safeParse(whose.startsWith('key_') ? `key:${whose}` : whose);
  if (scope.success) return scope.data;
  const agent = await findAgent(gateway, whose);
  const has = ({ caps }: { readonly caps: readonly CapView[] }): boolean =>
    caps.some(({ window, rolling }) => window === which.window && rolling === which.rolling);
  if (has(agent)) return scopeOf('agent', agent.id);
  const keys = (await gateway.keys.list()).filter(({ agentId, state }) => agentId === agent.id && state !== 'revoked');
  const [only, ...others] = keys.filter(has);
  if (only && others.length === 0) return scopeOf('key', only.id);
  const name = `${which.rolling ? 'rolling ' : ''}${which.window}`;
  throw new PurserError(
    'NOT_FOUND',
    only
      ? `Several sub-keys of ${agent.name} have a ${name} cap. Name one: ` +
          `${[only, ...others].map(({ id }) => id).join(', ')}.`
      : `Neither ${agent.name} nor a sub-key of it has a ${name} cap. ${capsText([agent, ...keys])}`,
  );
}

function capsText(owners: readonly { readonly caps: readonly CapView[] }[]): string {
  const caps = owners.flatMap((owner) => owner.caps.map(describeCap));
  return caps.length === 0 ? 'It has no cap at all.' : `Its caps: ${caps.join(', ')}.`;
}
