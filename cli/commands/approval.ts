import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ApprovalAnswer, ApprovalView } from '../../shared/contract/approval-views.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { PurserError } from '../../shared/errors.ts';
import { approvalIdSchema } from '../../shared/ids.ts';
import type { ApprovalId } from '../../shared/ids.ts';
import { formatUsd } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { quotedName } from '../../shared/visible-text.ts';
import { readAmount } from '../options/amount-option.ts';
import { action, withGlobals } from '../context.ts';
import { print } from '../screen/output.ts';
import { lines, table, writtenOut } from '../screen/screen-text.ts';
import type { ScreenText } from '../screen/screen-text.ts';

const answerOptions = z.object({
  raise: z.union([z.literal(true), z.custom<Nanodollars>((amount) => typeof amount === 'number')]).optional(),
  always: z.boolean().optional(),
  deny: z.boolean().optional(),
});

/** `purser approvals | approve` */
export function addApprovalCommands(program: Command): void {
  withGlobals(program.command('approvals'))
    .description('requests and calls of tools that are waiting for your approval')
    .action(
      action(async (context) => {
        const waiting = await context.ask((gateway) => gateway.approvals.list());
        print(
          context,
          waiting,
          waiting.length === 0
            ? 'No requests are waiting for approval.'
            : lines(
                table(['ID', 'AGENT', 'MODEL OR TOOL', 'COULD COST', 'WAITS', 'WHY'], waiting.map(rowOf)),
                ...waiting.flatMap(argumentsOf),
              ),
        );
      }),
    );
  withGlobals(program.command('approve'))
    .argument('[id]', 'which one; not needed when only one is waiting')
    .description('allow a waiting request once or for good, raise its cap for today, or deny it')
    .option('--raise [usd]', 'raise its cap until midnight, by its own amount or by this many dollars', readAmount)
    .addOption(
      new Option('--always', 'a call of a tool: let this agent call it from now on').conflicts(['raise', 'deny']),
    )
    .addOption(new Option('--deny', 'refuse the request').conflicts('raise'))
    .action(
      action(async (context, command) => {
        const { raise, ...options } = answerOptions.parse(command.opts());
        const answer = readAnswer(raise !== undefined, options);
        const raiseBy = typeof raise === 'number' ? { raiseBy: raise } : {};
        const answered = await context.ask(async (gateway) =>
          gateway.approvals.answer({ id: await pick(gateway, command.args[0]), answer, ...raiseBy }),
        );
        print(context, answered, SAID[answer]);
      }),
    );
}

const SAID: Readonly<Record<ApprovalAnswer, string>> = {
  'allow-once': 'Allowed once. It still counts against the cap.',
  'raise-today': 'The cap is raised until midnight.',
  'allow-always': 'Allowed from now on: this agent is not asked about this tool again.',
  deny: 'Denied. The tool is told why.',
};

function readAnswer(
  raises: boolean,
  { always, deny }: Pick<z.infer<typeof answerOptions>, 'always' | 'deny'>,
): ApprovalAnswer {
  if (deny) return 'deny';
  if (always) return 'allow-always';
  return raises ? 'raise-today' : 'allow-once';
}

/** The id that was typed, or the only request that waits. */
async function pick(gateway: GatewayClient, typed: string | undefined): Promise<ApprovalId> {
  if (typed !== undefined) {
    const id = approvalIdSchema.safeParse(typed);
    if (id.success) return id.data;
    throw new PurserError('INVALID_INPUT', id.error.issues[0]?.message ?? 'That is not an approval id.');
  }
  const [only, ...others] = await gateway.approvals.list();
  if (!only) throw new PurserError('NOT_FOUND', 'No requests are waiting for approval.');
  if (others.length > 0)
    throw new PurserError(
      'INVALID_INPUT',
      `${others.length + 1} requests are waiting. Name one: purser approve ID (see \`purser approvals\`).`,
    );
  return only.id;
}

function rowOf({ id, agent, model, needed, expiresAt, reason }: ApprovalView): readonly string[] {
  return [
    id,
    agent,
    quotedName(model),
    formatUsd(needed),
    `${Math.max(0, Math.ceil((expiresAt - Date.now()) / 1000))} s`,
    reason,
  ];
}

/** More of them are in the dashboard. */
const MOST_LETTERS = 1_000;

/** The arguments of a call of a tool, below the table: they have lines of their own. */
function argumentsOf({ id, model, call }: ApprovalView): readonly (string | ScreenText)[] {
  if (!call) return [];
  // What is hidden in it is written out already.
  const text = call.arguments;
  const rest = text.length - MOST_LETTERS;
  return [
    '',
    `${id} calls ${quotedName(model)} with:`,
    writtenOut(rest > 0 ? `${text.slice(0, MOST_LETTERS)}\n… and ${rest} more characters: see the dashboard` : text),
  ];
}
