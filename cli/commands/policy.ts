import { readFile, writeFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import { z } from 'zod';
import { counted } from '../../shared/counted.ts';
import { PurserError } from '../../shared/errors.ts';
import type { NotYetStored } from '../../shared/not-yet-stored.ts';
import { action, withGlobals } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { parseDuration } from '../options/duration.ts';
import { findAgent } from '../options/find-agent.ts';
import { print, printFile, printStop } from '../screen/output.ts';
import { readGatewayState } from '../policy-file/gateway-state.ts';
import type { GatewayState } from '../policy-file/gateway-state.ts';
import { compare, planChanges } from '../policy-file/plan.ts';
import { printPolicyFile } from '../policy-file/print-policy-file.ts';
import { readPolicyFile } from '../policy-file/read-policy-file.ts';
import type { Problem } from '../policy-file/problem.ts';
import { lines } from '../screen/screen-text.ts';

const exportOptions = z.object({ output: z.string().optional(), force: z.boolean().default(false) });
const checkOptions = z.object({ offline: z.boolean().default(false) });
const suggestOptions = z.object({ since: z.number().default(30 * 86_400_000), apply: z.boolean().default(false) });
const applyOptions = z.object({ dryRun: z.boolean().default(false), exact: z.boolean().default(false) });

/** `purser policy suggest | export | check | apply` */
export function addPolicyCommands(program: Command): void {
  const policy = program
    .command('policy')
    .description('what each tool may spend and do, as one file that can live in git');
  addSuggestCommand(policy);
  withGlobals(policy.command('export'))
    .description('print every policy as one commented file')
    .option('--output <file>', 'write it there instead')
    .option('--force', 'write over a file that is there')
    .action(
      action(async (context, command) => {
        const { output, force } = exportOptions.parse(command.opts());
        const file = printPolicyFile(await context.ask(readGatewayState));
        if (output === undefined) return context.json ? print(context, { file }, '') : printFile(file);
        await write(output, file, force);
        print(context, { output }, `Wrote ${output}. After an edit: purser policy apply ${output}`);
      }),
    );
  withGlobals(policy.command('check'))
    .argument('<file>', 'or - for stdin')
    .description(
      'check a policy file for mistakes; exit code 1 when it has any. Names are checked too while Purser runs',
    )
    .option('--offline', 'check only the form, not the names, as in CI')
    .action(
      action(async (context, command) => {
        const name = command.args[0] ?? '';
        const text = await read(name);
        const state = checkOptions.parse(command.opts()).offline ? undefined : await reachable(context);
        const file = readPolicyFile(text, state?.timeZone ?? localTimeZone());
        const names = state && planChanges(file.entries, state, { exact: false });
        const problems = [...file.problems, ...(names?.problems ?? [])].toSorted(inOrder);
        report(context, name, { problems, notes: names?.notes ?? [], namesChecked: names !== undefined });
      }),
    );
  withGlobals(policy.command('apply'))
    .argument('<file>', 'or - for stdin')
    .description('check a policy file, show what it changes, and change it')
    .option('--dry-run', 'only show the changes')
    .option('--exact', 'also lift the limits that an entry of the file leaves out')
    .action(
      action(async (context, command) => {
        const name = command.args[0] ?? '';
        const { dryRun, exact } = applyOptions.parse(command.opts());
        const text = await read(name);
        await context.ask(async (gateway) => {
          const state = await readGatewayState(gateway);
          const file = readPolicyFile(text, state.timeZone);
          const { steps, kept, notes, problems: unknown } = planChanges(file.entries, state, { exact });
          const problems = [...file.problems, ...unknown].toSorted(inOrder);
          if (problems.length > 0) return report(context, name, { problems, notes, namesChecked: true });
          const changes = steps.flatMap((step) => step.changes);
          // Shown before, so that it is known what was meant if it fails.
          if (!context.json)
            for (const { path, from, to } of changes) print(context, undefined, `${path}: ${from} -> ${to}`);
          const set =
            dryRun || steps.length === 0
              ? []
              : await gateway.policies.setAll(steps.map(({ scope, policy }) => ({ scope, policy })));
          const done =
            changes.length === 0
              ? 'Nothing to change: the gateway has what the file says.'
              : dryRun
                ? `${counted(changes.length, 'change')} to make. Nothing was changed.`
                : `${counted(changes.length, 'change')} made.`;
          const stays = kept.map(
            (path) =>
              `${path} is not changed: the file does not mention it (write \`unset\` or use --exact to lift it).`,
          );
          const waits: NotYetStored = set.some(({ notYetStored }) => notYetStored === true)
            ? { notYetStored: true }
            : {};
          printStop(
            context,
            { ok: true, dryRun, changes, kept, notes, ...waits },
            lines(...notes.map((note) => line(name, note)), ...stays, done),
          );
        });
      }),
    );
}

/** `purser policy suggest AGENT` */
function addSuggestCommand(policy: Command): void {
  withGlobals(policy.command('suggest'))
    .argument('<agent>', 'the agent whose past is looked at')
    .description('the tightest policy that its own past fits: models, providers, tools, a cap a day, a rate')
    .option('--since <duration>', 'how far back, such as 7d (default: 30d)', parseDuration)
    .option('--apply', 'set it; else it is only shown')
    .action(
      action(async (context, command) => {
        const { since, apply } = suggestOptions.parse(command.opts());
        const name = command.args[0] ?? '';
        await context.ask(async (gateway) => {
          const { id } = await findAgent(gateway, name);
          const { timeZone } = await gateway.status();
          const {
            scope,
            now,
            policy: next,
          } = await gateway.policies.suggest({ agentId: id, since: Date.now() - since });
          const changes = compare(now, next, `agents."${name}"`, timeZone);
          if (apply && changes.length > 0) await gateway.policies.set({ scope, policy: next });
          const shownChanges = changes.map(({ path, from, to }) => `${path}: ${from} -> ${to}`);
          const done =
            changes.length === 0
              ? `${name} has the tightest policy that its past fits.`
              : apply
                ? `${counted(changes.length, 'change')} made. Back: purser policy apply FILE, or the page Agents.`
                : `Nothing was changed. Set it: purser policy suggest "${name}" --apply`;
          print(context, { changes, policy: next, applied: apply }, lines(...shownChanges, done));
        });
      }),
    );
}

interface Report {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly namesChecked: boolean;
}

function report(context: CommandContext, name: string, { problems, notes, namesChecked }: Report): void {
  const ok = problems.length === 0;
  if (!ok) process.exitCode = 1;
  const names = namesChecked
    ? ''
    : ' Only its form was checked: names of agents, providers and sub-keys need a running Purser.';
  const verdict = ok
    ? `${shown(name)} is good.${names}`
    : `${shown(name)} has ${counted(problems.length, 'problem')}.${names}`;
  print(
    context,
    { ok, problems, notes, namesChecked },
    lines(...[...problems, ...notes].map((one) => line(name, one)), verdict),
  );
}

/** The form that editors and CI make a link of. */
function line(name: string, { line, column, path, message }: Problem): string {
  return `${shown(name)}:${line}:${column}: ${path === '' ? '' : `${path}: `}${message}`;
}

function shown(name: string): string {
  return name === '-' ? 'stdin' : name;
}

function inOrder(one: Problem, other: Problem): number {
  return one.line - other.line || one.column - other.column;
}

async function reachable(context: CommandContext): Promise<GatewayState | undefined> {
  try {
    return await context.ask(readGatewayState);
  } catch (error) {
    if (error instanceof PurserError && error.code === 'GATEWAY_UNREACHABLE') return undefined;
    throw error;
  }
}

async function read(name: string): Promise<string> {
  if (name === '-') return readAll(process.stdin);
  return readFile(name, 'utf8').catch((cause: unknown) => {
    throw new PurserError(
      'INVALID_INPUT',
      `${name} cannot be read: ${reasonOf(cause)}. Start one with \`purser policy export --output ${name}\`.`,
      { cause },
    );
  });
}

async function write(name: string, text: string, force: boolean): Promise<void> {
  await writeFile(name, text, { flag: force ? 'w' : 'wx' }).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') {
      throw new PurserError(
        'CONFLICT',
        `${name} is there already, perhaps with comments of your own. Choose another name, or write over it with ` +
          `--force.`,
        { cause },
      );
    }
    throw new PurserError('INVALID_INPUT', `${name} cannot be written: ${reasonOf(cause)}.`, { cause });
  });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
