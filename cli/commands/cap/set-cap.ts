import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { capListSchema, describeCap, parseCap } from '../../../shared/cap.ts';
import type { Cap } from '../../../shared/cap.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { PurserError } from '../../../shared/errors.ts';
import { policyScopeSchema, scopeOf } from '../../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../../shared/policy.ts';
import { action, withGlobals } from '../../context.ts';
import { capFault } from '../../options/cap-fault.ts';
import { findAgent } from '../../options/find-agent.ts';
import { printStop } from '../../screen/output.ts';

const options = z.object({
  model: z.string().optional(),
  conversation: z.boolean().default(false),
  none: z.boolean().default(false),
});

/** `purser cap set` */
export function addSetCommand(cap: Command): void {
  withGlobals(cap.command('set'))
    .argument('<whose>', 'an agent, a sub-key (key_...), provider:NAME, group:NAME or everything')
    .argument('[caps...]', 'such as 5/day 20/month; they take the place of those there are')
    .description('set the caps of an agent, a sub-key, a provider, a group or everything')
    .option('--model <glob>', 'only for these models, beside the others')
    .addOption(new Option('--conversation', 'for each conversation alone, beside the others').conflicts('model'))
    .option('--none', 'take these caps away')
    .action(
      action(async (context, command) => {
        const [whose = '', ...texts] = command.args;
        const { none, ...part } = options.parse(command.opts());
        const caps = capsOf(texts);
        if (none === caps.length > 0)
          throw new PurserError('INVALID_INPUT', 'Give caps, such as 5/day, or --none to take them away.');
        const set = await context.ask(async (gateway) => {
          const scope = await scopeFor(gateway, whose);
          const before = (await gateway.policies.list()).find((entry) => entry.scope === scope)?.policy ?? {};
          return gateway.policies.set({ scope, policy: withCaps(before, part, caps) });
        });
        const on = part.conversation ? ', each conversation' : part.model === undefined ? '' : `, ${part.model}`;
        const says = caps.length === 0 ? 'no cap' : caps.map(describeCap).join(' and ');
        printStop(context, set, `${whose}${on}: ${says}.`);
      }),
    );
}

function capsOf(texts: readonly string[]): Cap[] {
  const read = texts.map((text) => {
    const cap = parseCap(text);
    if (!cap) throw new PurserError('INVALID_INPUT', `"${text}": ${capFault(text) ?? 'it is no cap.'}`);
    return cap;
  });
  return [...capListSchema.parse(read)];
}

async function scopeFor(gateway: GatewayClient, whose: string): Promise<PolicyScope> {
  const scope = policyScopeSchema.safeParse(whose.startsWith('key_') ? `key:${whose}` : whose);
  return scope.success ? scope.data : scopeOf('agent', (await findAgent(gateway, whose)).id);
}

function withCaps(before: Policy, { model, conversation }: Part, caps: Cap[]): Policy {
  if (conversation) return { ...before, conversationCaps: caps };
  if (model === undefined) return { ...before, caps };
  const others = (before.modelCaps ?? []).filter(({ models }) => models !== model);
  return { ...before, modelCaps: caps.length === 0 ? others : [...others, { models: model, caps }] };
}

interface Part {
  readonly model?: string | undefined;
  readonly conversation: boolean;
}
