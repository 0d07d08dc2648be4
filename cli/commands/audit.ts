import type { Command } from 'commander';
import { action, withGlobals } from '../context.ts';
import { print } from '../output.ts';

const PAGE = 1_000;

/** `purser audit verify | export` */
export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('the tamper-evident record of every change and refusal');
  withGlobals(audit.command('verify'))
    .description('recompute the whole chain; exit code 1 when it is broken')
    .action(
      action(async (context) => {
        const verdict = await context.ask((gateway) => gateway.audit.verify());
        const holds = verdict.brokenAt === null;
        if (!holds) process.exitCode = 1;
        const text = holds
          ? `The audit chain holds: ${verdict.entries} entries. Keep its head elsewhere to prove later that nothing was cut off:\n${verdict.head}`
          : `The audit chain is BROKEN at entry ${verdict.brokenAt}: it or one before it was changed outside Purser.`;
        print(context, verdict, text);
      }),
    );
  withGlobals(audit.command('export'))
    .description('print every entry with its hash, one JSON document a line')
    .action(
      action(async (context) => {
        let after = 0;
        for (;;) {
          const page = await context.ask((gateway) => gateway.audit.export({ after, limit: PAGE }));
          for (const link of page) process.stdout.write(`${JSON.stringify(link)}\n`);
          after = page.at(-1)?.seq ?? after;
          if (page.length < PAGE) return;
        }
      }),
    );
}
