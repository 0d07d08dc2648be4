import type { Command } from 'commander';
import { describeCap } from '../../../shared/cap.ts';
import type { SubKeyView } from '../../../shared/contract/views.ts';
import { formatUsd } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { moment } from '../../options/moment.ts';
import { print, withStored } from '../../screen/output.ts';
import { pausedText } from '../../screen/paused-text.ts';
import { lines, table } from '../../screen/screen-text.ts';

/** `purser key list` */
export function addListCommand(key: Command): void {
  withGlobals(key.command('list'))
    .description('list sub-keys and what is left of their caps')
    .action(
      action(async (context) => {
        const state = await context.ask((gateway) => gateway.state());
        const rows = state.keys;
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
            : lines(...pausedText(state), table(['ID', 'AGENT', 'STATE', 'SPENT', 'ENDS WITH'], rows.map(line))),
        );
      }),
    );
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
