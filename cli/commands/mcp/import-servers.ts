import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { counted } from '../../../shared/counted.ts';
import { PurserError } from '../../../shared/errors.ts';
import { importCommand, projectOption } from '../../../shared/mcp/import-command.ts';
import type { Moved, MovePlan, PlainServer } from '../../../shared/mcp/mcp-moves.ts';
import { action, withGlobals } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { confirm, withYes } from '../../screen/confirm.ts';
import { print } from '../../screen/output.ts';
import { block, lines, paragraphs } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';
import { undoImport } from './undo-import.ts';
import { stayText } from './stay-text.ts';

const importOptions = z.object({
  project: z.string().optional(),
  as: z.array(z.string()).default([]),
  unchecked: z.boolean().default(false),
  undo: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});
type ImportOptions = z.infer<typeof importOptions>;

/** `purser mcp import TOOL [SERVER...]` */
export function addMcpImportCommand(mcp: Command): void {
  withYes(withGlobals(mcp.command('import')))
    .argument('<tool>', 'a name from `purser connections`')
    .argument('[servers...]', 'as the tool names them; none: all that can be moved')
    .description('move servers that a tool already has behind Purser, secrets and all; shows the change and asks')
    .option('--project <dir>', 'those that the tool has for this project folder only')
    .option('--as <name>', 'its name in Purser, or OLD=NEW; may be repeated', collect)
    .option('--unchecked', 'move also what does not answer now')
    .option('--undo', "put them back into the tool's file, and take them out of Purser")
    .option('--dry-run', 'only show the change')
    .action(
      action(async (context, command) => {
        const [tool = '', ...servers] = command.args;
        const options = importOptions.parse(command.opts());
        const project = options.project === undefined ? {} : { project: resolve(options.project) };
        const place = { tool, ...project };
        const ask = (question: string): Promise<void> => confirm(context, command, question);
        if (!options.undo) return importServers(context, { ...place, servers }, options, ask);
        if (servers.length > 0 || options.as.length > 0)
          throw new PurserError(
            'INVALID_INPUT',
            `--undo puts back all that was moved: purser mcp import ${tool} --undo`,
          );
        return undoImport(context, place, options.dryRun, ask);
      }),
    );
}

function collect(text: string, before: readonly string[] = []): readonly string[] {
  if (text.trim() === '') throw new InvalidArgumentError('Give a name, or OLD=NEW.');
  return [...before, text];
}

interface Wish {
  readonly tool: string;
  readonly project?: string;
  readonly servers: string[];
}

async function importServers(
  context: CommandContext,
  { servers, ...place }: Wish,
  { as, unchecked, dryRun }: ImportOptions,
  confirmed: (question: string) => Promise<void>,
): Promise<void> {
  const wish = { ...place, ...(servers.length > 0 && { servers }), as: namesIn(as, servers) };
  const plan = await context.ask((gateway) => gateway.mcp.planMove(wish));
  if (dryRun) return print(context, plan, paragraphs(planText(plan, servers), 'Nothing was changed.'));
  if (!context.json) print(context, undefined, planText(plan, servers));
  const going = goingOf(plan, servers);
  if (going.length > 0 && plan.connected) await confirmed('Move them?');
  const moved = await context.ask(
    (gateway) => gateway.mcp.move({ ...wish, unchecked, fingerprint: plan.fingerprint }),
    `Starting ${counted(going.length, 'server')}`,
  );
  if (moved.moved.length === 0) process.exitCode = 1;
  print(context, moved, movedText(plan, moved));
}

/** `OLD=NEW`, or the new name alone where one server is named. @throws PurserError `INVALID_INPUT` */
function namesIn(typed: readonly string[], servers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    typed.map((text) => {
      const at = text.lastIndexOf('=');
      const [only, ...others] = servers;
      if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
      if (only !== undefined && others.length === 0) return [only, text];
      throw new PurserError('INVALID_INPUT', `Say which server is to be named so: --as OLD=${text}`);
    }),
  );
}

function askedOf({ servers }: MovePlan, names: readonly string[]): readonly PlainServer[] {
  return servers.filter(({ name }) => names.length === 0 || names.includes(name));
}

function goingOf(plan: MovePlan, names: readonly string[]): readonly PlainServer[] {
  return askedOf(plan, names).filter(({ stays }) => stays === null);
}

function planText(plan: MovePlan, names: readonly string[]): ScreenText {
  const { title, file, files, tool, project, connected } = plan;
  const asked = askedOf(plan, names);
  if (asked.length === 0) return lines(`${title} has no MCP servers of its own in ${file}.`);
  const going = goingOf(plan, names);
  return paragraphs(
    ...(going.length > 0 ? [lines(`These servers of ${title} move behind Purser:`, ...going.map(goingText))] : []),
    ...stayingText(asked.flatMap(({ name, stays }) => (stays ? [{ name, stays }] : []))),
    ...(going.length > 0 ? files.map(({ file: at, diff }) => lines(at, block(diff))) : []),
    ...(connected || going.length === 0
      ? []
      : [
          `${title} is not connected, so it could not reach them. Connect it first: purser ` +
            `connect ${tool}${projectOption(project)}`,
        ]),
  );
}

function goingText({ name, as, where, secrets, isThere }: PlainServer): string {
  const called = as === name ? name : `${name}, as ${as ?? ''}`;
  const kept = secrets.length === 0 ? '' : ` (to the secret store: ${secrets.join(', ')})`;
  return `  ${called}: ${where}${isThere ? ' (Purser has it already)' : kept}`;
}

function stayingText(stayed: Moved['stayed']): readonly ScreenText[] {
  if (stayed.length === 0) return [];
  return [lines('These stay:', ...stayed.map(({ name, stays }) => `  ${name}: ${stayText(stays)}`))];
}

function movedText({ title, project }: MovePlan, { moved, stayed, tool }: Moved): ScreenText {
  const failed = stayed.filter(({ stays }) => stays.code === 'unreachable');
  if (moved.length === 0) return paragraphs(...stayingText(failed), 'Nothing was changed.');
  return paragraphs(
    lines(
      `Moved ${moved.map(({ name }) => name).join(', ')}. ${title} reaches them through Purser from its next ` +
        `start on; their tools are named SERVER__TOOL there.`,
      'A tool that may change or delete something waits for you: purser approvals',
    ),
    ...stayingText(failed),
    `See them: purser mcp list   Undo it: ${importCommand(tool, project)} --undo`,
  );
}
