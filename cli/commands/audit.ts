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
    .description('check that no entry was changed or removed; exit code 1 when one was')
    .argument('[file]', 'an exported audit log, instead of the one of this gateway; needs no gateway')
    .option('--head <hash>', 'a hash that you saved earlier: must still be in the log', readHash)
    .action(
      action(async (context, command) => {
        const { head } = options.parse(command.opts());
        const [file] = command.args;
        const verdict =
          file === undefined
            ? await context.ask(
                (gateway) => gateway.audit.verify(head === undefined ? {} : { head }),
                'Checking every entry',
              )
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
  const { entries, head, brokenAt, keptAt, sealedTo } = verdict;
  const isLost = kept !== undefined && keptAt === null;
  if (brokenAt !== null || isLost) process.exitCode = 1;
  const verified = `Audit log verified: ${entriesText(entries)}, unchanged.`;
  const saved = keptAt === null ? '' : ` The hash you saved is that of entry ${keptAt}.`;
  const sealed = sealedTo === null ? '' : ` Sealed up to entry ${sealedTo}, by a key that only your secret store has.`;
  const save = 'To detect later whether entries were cut off, save this hash: purser audit verify --head HASH';
  const text =
    brokenAt !== null
      ? `The audit log was CHANGED outside Purser: entry ${brokenAt}, or one before it.`
      : isLost
        ? `The audit log has ${entriesText(entries)} that fit together, but the hash you saved is NOT AMONG THEM: ` +
          `entries were cut off at the end, or the whole log was rewritten.`
        : lines(`${verified}${sealed}${saved} ${save}`, head);
  print(context, verdict, text);
}

function entriesText(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

function readHash(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new InvalidArgumentError('A hash is 64 hexadecimal digits, as `purser audit verify` prints them.');
  return text;
}
