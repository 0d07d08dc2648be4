import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { capText, describeCap } from '../../../shared/cap.ts';
import type { Cap } from '../../../shared/cap.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { Policy } from '../../../shared/policy.ts';
import { action, withGlobals } from '../../context.ts';
import { collectCap } from '../../options/cap-option.ts';
import { parseDuration } from '../../options/duration.ts';
import { print } from '../../screen/output.ts';
import { lines } from '../../screen/screen-text.ts';

const DAY_MS = 86_400_000;
const issueOptions = z.object({
  agent: z.string(),
  cap: z.array(z.custom<Cap>()).default([]),
  alone: z.boolean().default(false),
  name: z.string().optional(),
  expires: z.int().optional(),
  rotate: z.int().optional(),
  model: z.array(z.string()).optional(),
  provider: z.array(z.string()).optional(),
  ask: z.boolean().optional(),
  project: z.string().optional(),
});
type IssueOptions = z.infer<typeof issueOptions>;

/** `purser key issue` */
export function addIssueCommand(key: Command): void {
  withGlobals(key.command('issue'))
    .description('issue a capped sub-key; it is shown once')
    .requiredOption('--agent <name>', 'who will hold it')
    .option(
      '--cap <usd/window>',
      'what all sub-keys of the agent may spend together, such as 5/day 20/total or 3/rolling-hour; 5/day/full holds ' +
        'every request in full; may be given more than once, and left out where the agent has caps',
      collectCap,
    )
    .option('--alone', 'the caps are for this sub-key alone')
    .option('--name <text>', 'what you call it, to tell it from others of the agent')
    .option('--expires <duration>', 'end it after this long, such as 8h or 30d', parseDuration)
    .option(
      '--rotate <days>',
      'replace its secret after this many days, such as 30d, where Purser connected the tool; else remind you',
      parseDays,
    )
    .option('--model <glob...>', 'only these models, such as "claude-*"')
    .option('--provider <name...>', 'only these providers')
    .option('--project <dir>', 'the folder that its spending belongs to, for the chart')
    .option('--ask', 'ask you when a cap has no room, instead of refusing')
    .action(
      action(async (context, command) => {
        const options = issueOptions.parse(command.opts());
        const { issued, urls } = await context.ask(async (gateway) => ({
          issued: await gateway.keys.issue(wishOf(options)),
          urls: await gatewayUrls(gateway, options.provider),
        }));
        const where =
          urls.length === 0
            ? 'Before it can be used, add a provider: purser provider add openai'
            : `Base URL: ${urls.join(' or ')}`;
        const about =
          `For ${issued.agent}, capped at ${issued.caps.map(describeCap).join(' and ')}` +
          `${issued.capsOn === 'agent' ? ' for all its sub-keys together' : ''}. Shown once: only its hash is kept. ` +
          `Its id is ${issued.id}.`;
        print(context, { ...issued, caps: issued.caps.map(capText) }, lines(issued.key, '', about, where));
      }),
    );
}

function wishOf(options: IssueOptions): Parameters<GatewayClient['keys']['issue']>[0] {
  const { agent, cap, alone, project, name } = options;
  return {
    agent,
    caps: cap,
    capsOn: alone ? 'key' : 'agent',
    policy: policyOf(options),
    ...(project === undefined ? {} : { project: resolve(project) }),
    ...(name === undefined ? {} : { name }),
  };
}

function policyOf({ expires, rotate, model, provider, ask }: IssueOptions): Policy {
  return {
    ...(expires === undefined ? {} : { expiresAt: Date.now() + expires }),
    ...(rotate === undefined ? {} : { rotateDays: rotate }),
    ...(model === undefined ? {} : { models: { allow: model } }),
    ...(provider === undefined ? {} : { providers: provider }),
    ...(ask ? { onCap: 'ask' as const } : {}),
  };
}

/** Where a tool may send its requests, for the providers that the sub-key may use. */
async function gatewayUrls(gateway: GatewayClient, allowed: readonly string[] | undefined): Promise<readonly string[]> {
  const providers = await gateway.providers.list();
  return providers.filter(({ name }) => allowed?.includes(name) ?? true).map(({ gatewayUrl }) => gatewayUrl);
}

function parseDays(text: string): number {
  const days = parseDuration(text) / DAY_MS;
  if (!Number.isInteger(days) || days < 1) throw new InvalidArgumentError('Give whole days, such as 30d.');
  return days;
}
