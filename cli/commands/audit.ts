import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { AuditVerdict } from '../../gateway/audit/check-chain.ts';
import { action, withGlobals } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { print, printLine } from '../screen/output.ts';
import { lines } from '../screen/screen-text.ts';
import { verifyFile } from '../verify-file.ts';

const PAGE = 1_000;
const options = z.object({ head: z.string().optional() });

/** `purser audit verify | export` */
export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('the tamper-evident record of every change and refusal');
  withGlobals(audit.command('verify'))
    .description('recompute the whole chain; exit code 1 when it is broken or the head you kept is not in it')
    .argument('[file]', 'an export instead of the record of this gateway; needs no gateway')
    .option('--head <hash>', 'the head of an earlier time, which you kept elsewhere', readHash)
    .action(
      action(async (context, command) => {
        const { head } = options.parse(command.opts());
        const [file] = command.args;
        const verdict =
          file === undefined
            ? await context.ask((gateway) => gateway.audit.verify(head === undefined ? {} : { head }))
            : await verifyFile(file, head);
        tell(context, verdict, head);
      }),
    );
  withGlobals(audit.command('export'))
    .description('print every entry with its hash, one JSON document a line')
    .action(
      action(async (context) => {
        let after = 0;
        for (;;) {
          const page = await context.ask((gateway) => gateway.audit.export({ after, limit: PAGE }));
          page.forEach(printLine);
          after = page.at(-1)?.seq ?? after;
          if (page.length < PAGE) return;
        }
      }),
    );
}

function tell(context: CommandContext, verdict: AuditVerdict, kept: string | undefined): void {
  const { entries, head, brokenAt, keptAt } = verdict;
  const isLost = kept !== undefined && keptAt === null;
  if (brokenAt !== null || isLost) process.exitCode = 1;
  const keep =
    'Keep its head elsewhere and give it to `purser audit verify --head HASH` later: that proves that nothing was ' +
    'cut off.';
  const text =
    brokenAt !== null
      ? `The audit chain is BROKEN at entry ${brokenAt}: it or one before it was changed outside Purser.`
      : isLost
        ? `The chain of ${entriesText(entries)} holds, but the head you kept is NOT IN IT: entries were cut off at ` +
          `its end, or all of it was written anew.`
        : lines(
            `The audit chain ` +
              `holds: ${entriesText(entries)}${
                keptAt === null ? '' : `, the head you kept is entry ${keptAt}`
              }. ${keep}`,
            head,
          );
  print(context, verdict, text);
}

function entriesText(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

function readHash(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new InvalidArgumentError('A head is 64 hexadecimal digits, as `purser audit verify` prints them.');
  return text;
}
