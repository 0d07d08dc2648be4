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
  yes: 'a stream that is left stops and costs what it made until then.',
  no: 'a stream that is left is billed to its end, so Purser reads it to its end.',
  unknown: 'nobody knows whether a stream that is left stops, so it counts at the most that it can cost.',
  free: 'nothing is billed.',
};

/** `purser provider set` */
export function addSetCommand(provider: Command): void {
  withGlobals(provider.command('set'))
    .argument('<name>')
    .description('say what you know of a provider')
    .addOption(
      new Option(
        '--stops-when-left <answer>',
        'whether it stops, and stops billing, when a tool leaves its stream; auto: what is known of its kind',
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
