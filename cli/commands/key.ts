import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { capText, describeCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';
import type { SubKeyView } from '../../shared/contract/views.ts';
import { PurserError } from '../../shared/errors.ts';
import { subKeyIdSchema } from '../../shared/ids.ts';
import type { SubKeyId } from '../../shared/ids.ts';
import { formatUsd } from '../../shared/money.ts';
import { collectCap } from '../options/cap-option.ts';
import { action, withGlobals } from '../context.ts';
import { parseDuration } from '../options/duration.ts';
import { moment } from '../options/moment.ts';
import { print, printStop, withStored } from '../screen/output.ts';
import { lines, table } from '../screen/screen-text.ts';

const DAY_MS = 86_400_000;
const rotateOptions = z.object({ grace: z.int() });
const issueOptions = z.object({
  agent: z.string(),
  cap: z.array(z.custom<Cap>()),
  expires: z.int().optional(),
  rotate: z.int().optional(),
  model: z.array(z.string()).optional(),
  provider: z.array(z.string()).optional(),
  ask: z.boolean().optional(),
  project: z.string().optional(),
});

/** `purser key issue | list | revoke | pause | resume` */
export function addKeyCommands(program: Command): void {
  const key = program.command('key').description('sub-keys: what tools hold instead of provider keys');
  withGlobals(key.command('issue'))
    .description('issue a capped sub-key; it is shown once')
    .requiredOption('--agent <name>', 'who will hold it')
    .requiredOption(
      '--cap <usd/window>',
      'such as 5/day 20/total or 3/rolling-hour; 5/day/full holds every request in full; may be given more than once',
      collectCap,
    )
    .option('--expires <duration>', 'end it after this long, such as 8h or 30d', parseDuration)
    .option(
      '--rotate <days>',
      'replace its secret every so many days, such as 30d, where Purser connected the tool; else remind you',
      parseDays,
    )
    .option('--model <glob...>', 'only these models, such as "claude-*"')
    .option('--provider <name...>', 'only these providers')
    .option('--project <dir>', 'the folder whose spending it is, for the chart')
    .option('--ask', 'ask you when a cap has no room, instead of refusing')
    .action(
      action(async (context, command) => {
        const { agent, cap, expires, rotate, model, provider, ask, project } = issueOptions.parse(command.opts());
        const policy = {
          ...(expires === undefined ? {} : { expiresAt: Date.now() + expires }),
          ...(rotate === undefined ? {} : { rotateDays: rotate }),
          ...(model === undefined ? {} : { models: { allow: model } }),
          ...(provider === undefined ? {} : { providers: provider }),
          ...(ask ? { onCap: 'ask' as const } : {}),
        };
        const { issued, urls } = await context.ask(async (gateway) => ({
          issued: await gateway.keys.issue({
            agent,
            caps: cap,
            policy,
            ...(project === undefined ? {} : { project: resolve(project) }),
          }),
          urls: (await gateway.providers.list())
            .filter(({ name }) => provider?.includes(name) ?? true)
            .map(({ gatewayUrl }) => gatewayUrl),
        }));
        const where =
          urls.length === 0
            ? 'Add a provider before it is used: purser provider add openai'
            : `Base URL: ${urls.join(' or ')}`;
        const about =
          `For ${issued.agent}, capped at ${issued.caps.map(describeCap).join(' and ')}. Shown once: ` +
          `only its hash is kept. Its id is ${issued.id}.`;
        print(context, { ...issued, caps: issued.caps.map(capText) }, lines(issued.key, '', about, where));
      }),
    );
  withGlobals(key.command('list'))
    .description('list sub-keys and what is left of their caps')
    .action(
      action(async (context) => {
        const rows = await context.ask((gateway) => gateway.keys.list());
        const line = (row: SubKeyView): readonly string[] => [
          row.id,
          row.agent,
          stateText(row),
          row.caps.map((cap) => `${formatUsd(cap.spent)} of ${describeCap(cap)}`).join(', '),
          `...${row.hint}`,
        ];
        print(
          context,
          rows,
          rows.length === 0
            ? 'No sub-keys yet. Issue one: purser key issue --agent NAME --cap 5/day'
            : table(['ID', 'AGENT', 'STATE', 'SPENT', 'ENDS WITH'], rows.map(line)),
        );
      }),
    );
  withGlobals(key.command('rotate'))
    .argument('<id>')
    .description('give a sub-key a new secret; the old one works for a grace period')
    .addOption(
      new Option('--grace <duration>', 'how long the old one works, such as 24h, 7d or 0m')
        .argParser(parseDuration)
        .default(DAY_MS, '24h'),
    )
    .action(
      action(async (context, command) => {
        const { grace } = rotateOptions.parse(command.opts());
        const rotated = await context.ask((gateway) =>
          gateway.keys.rotate({ id: checkId(command.args[0]), graceMs: grace }),
        );
        const about =
          `The new secret of ${rotated.id} (${rotated.agent}). Shown once. The old one works ` +
          `until ${moment(rotated.graceEndsAt)}.`;
        print(context, rotated, lines(rotated.key, '', about));
      }),
    );
  withGlobals(key.command('revoke'))
    .argument('<id>')
    .description('end a sub-key for good and cut its running requests')
    .action(
      action(async (context, command) => {
        const revoked = await context.ask((gateway) => gateway.keys.revoke({ id: checkId(command.args[0]) }));
        const cut =
          revoked.cutRequests === 0
            ? 'Nothing was running.'
            : `Cut ${revoked.cutRequests} running request${revoked.cutRequests === 1 ? '' : 's'} ` +
              `in ${revoked.cutMs} ms.`;
        printStop(context, revoked, `Revoked ${revoked.id}. ${cut}`);
      }),
    );
  for (const verb of ['pause', 'resume'] as const) {
    withGlobals(key.command(verb))
      .argument('<id>')
      .description(verb === 'pause' ? 'refuse its requests and cut running ones' : 'let it spend again')
      .action(
        action(async (context, command) => {
          const changed = await context.ask((gateway) => gateway.keys[verb]({ id: checkId(command.args[0]) }));
          printStop(context, changed, `${changed.id} of ${changed.agent} is ${changed.state}.`);
        }),
      );
  }
}

/**
 * `active, ends 3 Dec 2026`, `active, old secret until 22 Nov 2026 and last used 21 Nov 2026`: what a person must know
 * of it.
 */
function stateText({ state, policy, rotation, rotationDueAt, ...stored }: SubKeyView): string {
  if (state === 'revoked') return withStored(state, stored);
  const notes = [
    policy.expiresAt === undefined ? undefined : `ends ${moment(policy.expiresAt)}`,
    rotation === null || rotation.graceEndsAt < Date.now()
      ? undefined
      : `old secret ` +
        `until ${moment(rotation.graceEndsAt)}${
          rotation.oldLastUsedAt === null ? '' : `, STILL USED ${moment(rotation.oldLastUsedAt)}`
        }`,
    rotationDueAt === null ? undefined : `new secret due ${moment(rotationDueAt)}`,
  ];
  return [withStored(state, stored), ...notes.filter((note) => note !== undefined)].join(', ');
}

function parseDays(text: string): number {
  const days = parseDuration(text) / DAY_MS;
  if (!Number.isInteger(days) || days < 1)
    throw new InvalidArgumentError('A secret is replaced every so many whole days, such as 30d.');
  return days;
}

function checkId(text: string | undefined): SubKeyId {
  const id = subKeyIdSchema.safeParse(text);
  if (!id.success) throw new PurserError('INVALID_INPUT', id.error.issues[0]?.message ?? 'That is no sub-key id.');
  return id.data;
}
