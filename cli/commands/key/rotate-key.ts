import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { action, withGlobals } from '../../context.ts';
import { parseDuration } from '../../options/duration.ts';
import { moment } from '../../options/moment.ts';
import { readSubKeyId } from '../../options/sub-key-id.ts';
import { print } from '../../screen/output.ts';
import { lines } from '../../screen/screen-text.ts';

const DAY_MS = 86_400_000;
const rotateOptions = z.object({ grace: z.int() });

/** `purser key rotate` */
export function addRotateCommand(key: Command): void {
  withGlobals(key.command('rotate'))
    .argument('<id>')
    .description('give a sub-key a new secret; the old one works for a grace period')
    .addOption(
      new Option('--grace <duration>', 'how long the old one works, such as 24h, 7d or 0m')
        .argParser(parseDuration)
        .default(DAY_MS, '24h'),
    )
    .action(
      action(async (context, command) => {
        const { grace } = rotateOptions.parse(command.opts());
        const rotated = await context.ask((gateway) =>
          gateway.keys.rotate({ id: readSubKeyId(command.args[0]), graceMs: grace }),
        );
        const about =
          `The new secret of ${rotated.id} (${rotated.agent}). Shown once. The old one works ` +
          `until ${moment(rotated.graceEndsAt)}.`;
        print(context, rotated, lines(rotated.key, '', about));
      }),
    );
}
