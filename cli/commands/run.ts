import type { Command } from 'commander';
import { z } from 'zod';
import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { PurserError } from '../../shared/errors.ts';
import { collectCap } from '../cap-option.ts';
import { action, withGlobals } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { fail, tell } from '../output.ts';
import { childEnvironment } from '../run/child-environment.ts';
import { readReceipt, receiptText } from '../run/receipt.ts';
import { projectAround } from '../run/project.ts';
import { routesTo } from '../run/routes.ts';
import { endLike, exitCodeOf, runChild } from '../run/run-child.ts';
import { overlayFor } from '../run/tool-overlays.ts';

const options = z.object({ agent: z.string(), cap: z.array(z.custom<Cap>()).optional(), create: z.boolean().default(false) });
const DEFAULT_CAPS = ['2/total'].flatMap((text) => parseCap(text) ?? []);

type RunWish = z.infer<typeof options>;

/** `purser run`: a program with a sub-key that dies with it */
export function addRunCommand(program: Command): void {
  withGlobals(program.command('run'))
    .description('run a program with a capped sub-key of its own, which ends with it; a receipt goes to stderr')
    .argument('<command...>', 'the program and its arguments, after --')
    .requiredOption('--agent <name>', 'whose spending it is')
    .option('--cap <usd/window>', 'such as 2/total, which is the default; may be given more than once', collectCap)
    .option('--create', 'add the agent if there is none of that name')
    .passThroughOptions()
    .action(
      action(async (context, command) => {
        const wish = options.parse(command.opts());
        const [name = '', ...args] = command.args;
        try {
          endLike(await context.ask((gateway) => runLeased(context, gateway, wish, name, args)));
        } catch (error) {
          fail(context, error);
          process.exitCode = exitCodeOf(error);
        }
      }),
    );
}

async function runLeased(context: CommandContext, gateway: GatewayClient, { agent, cap, create }: RunWish, command: string, args: readonly string[]): ReturnType<typeof runChild> {
  const routes = routesTo(await gateway.providers.list(), (await gateway.status()).url);
  if (Object.keys(routes).length === 0) throw new PurserError('NOT_FOUND', 'There is no provider yet that it could spend at. Add one: purser provider add openai');
  await findOrAdd(gateway, agent, create);
  const ending = new AbortController();
  const lease = await gateway.keys.lease({ agent, caps: [...(cap ?? DEFAULT_CAPS)], project: projectAround(process.cwd()) }, { signal: ending.signal });
  const first = await lease.next();
  if (first.done) throw new PurserError('GATEWAY_UNREACHABLE', 'Purser stopped before it could give out a sub-key. Start it, and try again.');
  const { id, key } = first.value;
  const startedAt = Date.now();
  const overlay = await overlayFor(command, args, routes, key, process.env);
  const say = (text: string): void => tell(context, { note: text }, text);
  // While it waits for this connection the sub-key lives; that it ends by itself means that the gateway is gone.
  const ended = lease.next().then(() => true, () => true);
  void ended.then(() => {
    if (!ending.signal.aborted) say(`Purser stopped. ${command} runs on, but its sub-key is dead.`);
  });
  try {
    const end = await runChild(command, [...overlay.flags, ...args], { ...childEnvironment(process.env, routes, key), ...overlay.env });
    ending.abort();
    await report(context, gateway, id, agent, startedAt).catch(() => say('No receipt: Purser does not answer.'));
    return end;
  } finally {
    ending.abort();
    await overlay.remove();
  }
}

async function report(context: CommandContext, gateway: GatewayClient, id: Parameters<typeof readReceipt>[1], agent: string, startedAt: number): Promise<void> {
  await gateway.keys.revoke({ id });
  const receipt = await readReceipt(gateway, id, startedAt);
  // Stdout is the child's.
  tell(context, { agent, subKeyId: id, ...receipt }, receiptText(agent, receipt));
}

async function findOrAdd(gateway: GatewayClient, name: string, create: boolean): Promise<void> {
  if ((await gateway.agents.list()).some((agent) => agent.name === name)) return;
  if (!create) throw new PurserError('NOT_FOUND', `There is no agent named "${name}". Add it: purser agent add "${name}", or run this again with --create`);
  await gateway.agents.add({ name });
}
