import type { Command } from 'commander';
import { z } from 'zod';
import { parseCap } from '../../../shared/cap.ts';
import type { Cap } from '../../../shared/cap.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
import { collectCap } from '../../options/cap-option.ts';
import { action, withGlobals } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { fail, tell } from '../../screen/output.ts';
import { azureVariables } from '../../run/azure-variables.ts';
import { childEnvironment } from '../../run/child-environment.ts';
import type { ChildEnvironment } from '../../run/child-environment.ts';
import { readReceipt, receiptText, tookOutText, unaskedText } from '../../run/receipt.ts';
import { projectAround } from '../../run/project.ts';
import { routesTo } from '../../run/routes.ts';
import { endLike, exitCodeOf, runChild } from '../../run/run-child.ts';
import type { ChildEnd } from '../../run/run-child.ts';
import { assertNoBypass } from '../../run/bypass.ts';
import { NO_OVERLAY, overlayFor } from '../../run/tool-overlays.ts';

const options = z.object({
  agent: z.string(),
  cap: z.array(z.custom<Cap>()).optional(),
  create: z.boolean().default(false),
  keep: z.array(z.string()).default([]),
  anyway: z.boolean().default(false),
});
const DEFAULT_CAPS = ['2/total'].flatMap((text) => parseCap(text) ?? []);

type RunOptions = z.infer<typeof options>;

/** `purser run`: a program with a sub-key that dies with it */
export function addRunCommand(program: Command): void {
  withGlobals(program.command('run'))
    .description('run a program with a capped sub-key of its own, which ends with it; a receipt goes to stderr')
    .argument('<command...>', 'the program and its arguments, after --')
    .requiredOption('--agent <name>', 'the agent that spends')
    .option('--cap <usd/window>', 'such as 2/total, which is the default; may be given more than once', collectCap)
    .option('--create', 'add the agent if there is none of that name')
    .option(
      '--keep <variable>',
      'leave this variable in, even if it can pay for models; may be given more than once',
      collect,
    )
    .option('--anyway', 'run a program even if it may use its own key, which no cap limits')
    .passThroughOptions()
    .action(
      action(async (context, command) => {
        const wish = options.parse(command.opts());
        try {
          endLike(await context.ask((gateway) => runLeased(context, gateway, wish, command.args)));
        } catch (error) {
          fail(context, error);
          process.exitCode = exitCodeOf(error);
        }
      }),
    );
}

const collect = (name: string, before: readonly string[] = []): readonly string[] => [...before, name];

async function runLeased(
  context: CommandContext,
  gateway: GatewayClient,
  wish: RunOptions,
  [command = '', ...args]: readonly string[],
): Promise<ChildEnd> {
  const { agent, cap, create, keep, anyway } = wish;
  if (!anyway) assertNoBypass(command, args, process.cwd());
  const [providers, { url }] = [await gateway.providers.list(), await gateway.status()];
  const routes = routesTo(providers, url);
  if (Object.keys(routes).length === 0)
    throw new PurserError('NOT_FOUND', 'There is no provider yet that it can use. Add one: purser provider add openai');
  await findOrAdd(gateway, agent, create);
  const ending = new AbortController();
  const lease = await gateway.keys.lease(
    { agent, caps: [...(cap ?? DEFAULT_CAPS)], project: projectAround(process.cwd()) },
    { signal: ending.signal },
  );
  const first = await lease.next();
  if (first.done)
    throw new PurserError(
      'GATEWAY_UNREACHABLE',
      'Purser stopped before it could give out a sub-key. Start it, and try again.',
    );
  const { id, key } = first.value;
  const startedAt = Date.now();
  const making = overlayFor(command, { routes, key, env: process.env, args });
  const overlay = await (anyway ? making.catch(() => NO_OVERLAY) : making);
  const child = childEnvironment(process.env, routes, key, keep);
  const say = (text: string): void => tell(context, { note: text }, text);
  if (child.tookOut.length > 0 && !context.json) say(tookOutText(child.tookOut));
  // While it waits for this connection the sub-key lives; that it ends by itself means that the gateway is gone.
  const ended = lease.next().then(
    () => true,
    () => true,
  );
  void ended.then(() => {
    if (!ending.signal.aborted) say(`Purser stopped. ${command} runs on, but its sub-key is dead.`);
  });
  try {
    const azure = azureVariables(providers, url, key, process.env);
    const env = { ...child.env, ...azure, ...overlay.env };
    const end = await runChild(command, [...overlay.flags, ...args], env);
    ending.abort();
    await report(context, { gateway, id, agent, command, startedAt, child }).catch(() =>
      say('No receipt: Purser does not answer.'),
    );
    return end;
  } finally {
    ending.abort();
    await overlay.remove();
  }
}

interface Account {
  readonly gateway: GatewayClient;
  readonly id: SubKeyId;
  readonly agent: string;
  readonly command: string;
  readonly startedAt: number;
  readonly child: ChildEnvironment;
}

async function report(
  context: CommandContext,
  { gateway, id, agent, command, startedAt, child }: Account,
): Promise<void> {
  await gateway.keys.revoke({ id });
  const receipt = await readReceipt(gateway, id, startedAt, unaskedText(command, child.mayPay));
  // Stdout is the child's.
  tell(context, { agent, subKeyId: id, ...receipt, tookOut: child.tookOut }, receiptText(agent, receipt));
  if (!context.json) for (const note of receipt.notes) tell(context, undefined, note);
}

async function findOrAdd(gateway: GatewayClient, name: string, create: boolean): Promise<void> {
  if ((await gateway.agents.list()).some((agent) => agent.name === name)) return;
  if (!create)
    throw new PurserError(
      'NOT_FOUND',
      `There is no agent named "${name}". Add it: purser agent add "${name}", or run this again with --create`,
    );
  await gateway.agents.add({ name });
}
