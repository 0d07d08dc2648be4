import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { print } from '../../screen/output.ts';

const setOptions = z.object({ stopsWhenLeft: z.enum(['yes', 'no', 'auto']) });

/** The effect of each answer on the bill. */
const STOPS_WORDS: Readonly<Record<ProviderView['stopsWhenLeft']['answer'], string>> = {
  yes: 'it stops when a tool leaves a stream early, and bills only what it made until then.',
  no: 'it goes on when a tool leaves a stream early and bills all of it, so Purser reads it to the end.',
  unknown: 'nobody knows if it stops when a tool leaves a stream early, so that counts at the most it can cost.',
  free: 'nothing is billed.',
};

/** `purser provider set` */
export function addSetCommand(provider: Command): void {
  withGlobals(provider.command('set'))
    .argument('<name>')
    .description('tell Purser what you know about a provider')
    .addOption(
      new Option(
        '--stops-when-left <answer>',
        'whether it stops, and stops billing, when a tool leaves a stream early; auto: what Purser knows of its kind',
      )
        .choices(['yes', 'no', 'auto'])
        .makeOptionMandatory(),
    )
    .action(
      action(async (context, command) => {
        const { stopsWhenLeft } = setOptions.parse(command.opts());
        const name = readProviderName(command.args[0]);
        const set = await context.ask((gateway) =>
          gateway.providers.set({ name, stopsWhenLeft: stopsWhenLeft === 'auto' ? null : stopsWhenLeft }),
        );
        print(context, set, `${set.name}: ${STOPS_WORDS[set.stopsWhenLeft.answer]}`);
      }),
    );
}
