import type { Command } from 'commander';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { action, withGlobals } from '../../context.ts';
import { print } from '../../screen/output.ts';
import { table } from '../../screen/screen-text.ts';

const WHEN_LEFT: Readonly<Record<ProviderView['stopsWhenLeft']['answer'], string>> = {
  yes: 'stops',
  no: 'goes on',
  unknown: 'not known',
  free: 'free',
};

/** `purser provider list` */
export function addListCommand(provider: Command): void {
  withGlobals(provider.command('list'))
    .description('list providers; keys are never shown')
    .action(
      action(async (context) => {
        const rows = await context.ask((gateway) => gateway.providers.list());
        const lines = rows.map((row) => [row.name, row.kind, row.baseUrl, row.gatewayUrl, whenLeft(row), keyText(row)]);
        const listed = table(['NAME', 'KIND', 'BASE URL', 'GIVE TOOLS', 'WHEN LEFT', 'KEY'], lines);
        print(context, rows, rows.length === 0 ? 'No providers yet. Add one: purser provider add openai' : listed);
      }),
    );
}

/** Where its key comes from, and how that stands. */
function keyText({ keyFrom }: ProviderView): string {
  if (!keyFrom) return '';
  return `${keyFrom.reference} (${KEY_STATES[keyFrom.state]})`;
}

const KEY_STATES = {
  unread: 'not read yet',
  fresh: 'read',
  grace: 'its manager does not answer',
  failed: 'cannot be read',
} as const satisfies Record<NonNullable<ProviderView['keyFrom']>['state'], string>;

/** How a provider behaves when a tool leaves its stream: `goes on`, `stops, as you said`. */
function whenLeft({ kind, stopsWhenLeft: { answer, said } }: ProviderView): string {
  if (kind === 'http') return '';
  return said === null ? WHEN_LEFT[answer] : `${WHEN_LEFT[answer]}, as you said`;
}
