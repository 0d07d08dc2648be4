import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { DEPLOYMENT_TYPES, deploymentNameSchema } from '../../../shared/providers/deployments.ts';
import type { KeyFrom } from '../../../shared/key-source/key-source-views.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import { action, withGlobals } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { fromOptions, keyFromOf, keyWords, withFrom } from './key-from-options.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { print } from '../../screen/output.ts';
import { lines } from '../../screen/screen-text.ts';

const deploymentOption = z.object({ name: z.string(), model: z.string().nullable() });
const setOptions = z.object({
  ...fromOptions,
  unchecked: z.boolean().default(false),
  stopsWhenLeft: z.enum(['yes', 'no', 'auto']).optional(),
  deployment: deploymentOption.optional(),
  deploymentType: z.enum([...DEPLOYMENT_TYPES, 'auto']).optional(),
});
type SetOptions = z.infer<typeof setOptions>;

/** The effect of each answer on the bill. */
const STOPS_WORDS: Readonly<Record<ProviderView['stopsWhenLeft']['answer'], string>> = {
  yes: 'it stops when a tool leaves a stream early, and bills only what it made until then.',
  no: 'it goes on when a tool leaves a stream early and bills all of it, so Purser reads it to the end.',
  unknown: 'nobody knows if it stops when a tool leaves a stream early, so that counts at the most it can cost.',
  free: 'nothing is billed.',
};

/** `purser provider set` */
export function addSetCommand(provider: Command): void {
  withFrom(withGlobals(provider.command('set')))
    .argument('<name>')
    .description('tell Purser what you know about a provider')
    .option('--unchecked', 'with --from: take the key without checking it with the provider')
    .addOption(
      new Option(
        '--stops-when-left <answer>',
        'whether it stops, and stops billing, when a tool leaves a stream early; auto: what Purser knows of its kind',
      ).choices(['yes', 'no', 'auto']),
    )
    .option(
      '--deployment <name=model>',
      'Azure: the model behind a deployment (without a model: forget it)',
      readDeployment,
    )
    .addOption(
      new Option(
        '--deployment-type <type>',
        'Azure: where its deployments run; only global ones have the ordinary price (auto: nobody knows)',
      ).choices([...DEPLOYMENT_TYPES, 'auto']),
    )
    .action(
      action(async (context, command) => {
        const options = setOptions.parse(command.opts());
        const { stopsWhenLeft, deployment, deploymentType } = options;
        const keyFrom = keyFromOf(options);
        if (!keyFrom && Object.keys(command.opts()).every((name) => !KNOWN.includes(name)))
          throw new PurserError(
            'INVALID_INPUT',
            'Say what you know: --stops-when-left, --deployment, --deployment-type, or where the key is: --from.',
          );
        const name = readProviderName(command.args[0]);
        const moved = keyFrom && (await moveKey(context, { name, keyFrom, ...options }));
        const set = await context.ask((gateway) =>
          gateway.providers.set({
            name,
            ...(stopsWhenLeft !== undefined && { stopsWhenLeft: stopsWhenLeft === 'auto' ? null : stopsWhenLeft }),
            ...(deployment !== undefined && { deployment }),
            ...(deploymentType !== undefined && {
              deploymentType: deploymentType === 'auto' ? null : deploymentType,
            }),
          }),
        );
        print(context, set, lines(...(moved === undefined ? [] : [moved]), ...describe(set, options)));
      }),
    );
}

/** Puts another key into the place of the one before. @returns what was done */
async function moveKey(
  context: CommandContext,
  asked: SetOptions & { readonly name: ProviderName; readonly keyFrom: KeyFrom },
): Promise<string> {
  const { name, keyFrom, unchecked } = asked;
  const view = await context.ask(
    (gateway) => gateway.providers.setKey({ name, keyFrom, importKey: asked.import, unchecked }),
    'Asking the secret manager for the key',
  );
  return `${name}: ${view.check.sentence} Its key is ${keyWords(view, 'in the secret store now')}.`;
}

/** The options that say something by themselves. */
const KNOWN: readonly string[] = ['stopsWhenLeft', 'deployment', 'deploymentType'];

/** Reads `NAME=MODEL`; without a model it is forgotten. */
function readDeployment(text: string): z.infer<typeof deploymentOption> {
  const [name = '', ...rest] = text.split('=');
  const model = rest.join('=').trim();
  if (rest.length === 0 || !deploymentNameSchema.safeParse(name).success)
    throw new InvalidArgumentError('Name the deployment and its model: my-deployment=gpt-5-mini.');
  return { name: name.trim(), model: model === '' ? null : model };
}

/** The effect of what was said, a line for each. */
function describe({ name, stopsWhenLeft: stops, deployments }: ProviderView, said: SetOptions): readonly string[] {
  const { deployment } = said;
  const model = deployments?.models.find((known) => known.name === deployment?.name)?.model;
  return [
    ...(said.stopsWhenLeft === undefined ? [] : [`${name}: ${STOPS_WORDS[stops.answer]}`]),
    ...(deployment === undefined
      ? []
      : [
          model === undefined
            ? `${name}: nobody knows which model "${deployment.name}" has, until one of its replies tells.`
            : `${name}: "${deployment.name}" has the price and the limits of ${model}.`,
        ]),
    ...(said.deploymentType === undefined
      ? []
      : [
          deployments?.type === 'global'
            ? `${name}: its deployments are global, so they have the ordinary prices.`
            : `${name}: its deployments may cost up to a fifth more than global ones, and count so.`,
        ]),
  ];
}
