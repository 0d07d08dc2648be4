import type { Command } from 'commander';
import { PurserError } from '../../../shared/errors.ts';
import type { McpChangeView } from '../../../shared/mcp/mcp-views.ts';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { print } from '../../screen/output.ts';
import { lines, paragraphs, writtenOut } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';

/** `purser mcp changes`, `purser mcp accept` */
export function addChangesCommands(mcp: Command): void {
  withGlobals(mcp.command('changes'))
    .argument('<name>')
    .description('show tools that a server describes otherwise than when they were trusted; they are stopped')
    .action(
      action(async (context, command) => {
        const name = readProviderName(command.args[0]);
        const changes = await context.ask((gateway) => gateway.mcp.changes({ name }));
        print(
          context,
          changes,
          changes.length === 0 ? `No tool of ${name} has changed.` : paragraphs(...changes.map(shown)),
        );
      }),
    );
  withGlobals(mcp.command('accept'))
    .argument('<name>')
    .argument('<tool>')
    .description('trust the new description of a tool, after you have read it: purser mcp changes NAME')
    .requiredOption('--seen <version>', 'the one that you have read, as `mcp changes` names it')
    .action(
      action(async (context, command) => {
        const name = readProviderName(command.args[0]);
        const [, tool = ''] = command.args;
        const version: unknown = command.opts()['seen'];
        if (typeof version !== 'string') throw new PurserError('INVALID_INPUT', 'Name the version that you have read.');
        const server = await context.ask((gateway) => gateway.mcp.accept({ name, tool, version }));
        print(context, server, `${tool} of ${name} is trusted as it is described now.`);
      }),
    );
}

function shown({ server, tool, version, differences }: McpChangeView): ScreenText {
  return paragraphs(
    `${tool} of ${server} is stopped: its description has changed.`,
    ...differences.map(({ at, before, after }) =>
      lines(`${at}:`, writtenOut(withMark('-', before)), writtenOut(withMark('+', after))),
    ),
    `To trust it: purser mcp accept ${server} ${tool} --seen ${version}`,
  );
}

function withMark(mark: string, text: string | null): string {
  if (text === null) return `${mark} (nothing)`;
  return text
    .split('\n')
    .map((line) => `${mark} ${line}`)
    .join('\n');
}
