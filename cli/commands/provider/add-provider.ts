import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { PROVIDERS } from '../../../gateway/providers/providers.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { GatewayView } from '../../../shared/contract/views.ts';
import type { HttpOptions } from '../../../shared/contract/http-views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { parseUsd, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { PROVIDER_GROUPS, PROVIDER_KINDS } from '../../../shared/providers/provider-records.ts';
import { regionAddress } from '../../../shared/providers/region-address.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { action, withGlobals } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { print } from '../../screen/output.ts';
import { fromOptions, keyFromOf, keyWords, withFrom } from './key-from-options.ts';
import { readProviderKey } from './read-provider-key.ts';

const addOptions = z.object({
  baseUrl: z.string().optional(),
  kind: z.string().optional(),
  key: z.boolean().optional(),
  header: z.string().optional(),
  query: z.string().optional(),
  prefix: z.string().optional(),
  unchecked: z.boolean().default(false),
  plainHttp: z.boolean().default(false),
  region: z.string().optional(),
  profile: z.string().optional(),
  keyFile: z.string().optional(),
  ...fromOptions,
  pricePerCall: z.custom<Nanodollars>((amount) => typeof amount === 'number').optional(),
});
type AddOptions = z.infer<typeof addOptions>;

/** `purser provider add` */
export function addAddCommand(provider: Command): void {
  withFrom(withGlobals(provider.command('add')))
    .argument('<name>', `${listKinds()}; or a name of your own with --kind`)
    .description('add a provider; its key comes from stdin or a hidden prompt, never from an argument')
    .option('--kind <kind>', 'what it is, when its name is your own (default: with --base-url, custom-openai)')
    .option('--base-url <url>', "as for that provider's SDK: OpenAI's with /v1, Anthropic's and Gemini's without")
    .option('--key', 'ask for a key even if none is needed')
    .option('--no-key', 'your own server needs no key')
    .option('--region <region>', 'bedrock and vertex: where its models are, such as eu-west-1 or europe-west4')
    .option('--profile <name>', 'bedrock: use this profile of the AWS configuration, single sign-on included')
    .option('--key-file <file>', 'read the key from a file: the JSON of a service account for vertex')
    .option('--unchecked', 'add the key without checking it with the provider')
    .option('--plain-http', 'allow an internet address without TLS: others can read the key on its way')
    .option('--header <name>', 'kind http: the header its key goes into (default: Authorization, as a Bearer)')
    .addOption(new Option('--query <name>', 'kind http: the query parameter its key goes into').conflicts('header'))
    .option('--prefix <text>', 'kind http: the text before the key, such as "token "')
    .option('--price-per-call <usd>', 'kind http: what one call costs', readPrice)
    .action(
      action(async (context, command) => {
        const name = readProviderName(command.args[0]);
        const options = addOptions.parse(command.opts());
        const { kind: said, unchecked, plainHttp } = options;
        const kind = kindOf(name, said, options.baseUrl);
        const baseUrl = options.baseUrl ?? addressIn(kind, options.region);
        const keyFrom = keyFromOf(options);
        const key = keyFrom ? undefined : await readProviderKey(name, kind, { ...options, baseUrl });
        const [added, store] = await keepOrExplain(
          context,
          `Asking ${PROVIDERS[kind].title} about the key`,
          async (gateway) => {
            const { secretStore } = await gateway.status();
            const view = await gateway.providers.add({
              kind,
              name,
              unchecked,
              plainHttp,
              ...(key === undefined ? {} : { key }),
              ...(keyFrom && { keyFrom, importKey: options.import }),
              ...(baseUrl === undefined ? {} : { baseUrl }),
              ...(kind === 'http' ? { http: httpOf(options) } : {}),
            });
            return [view, secretStore] as const;
          },
        );
        print(
          context,
          added,
          `Added ${added.name}. ${added.check.sentence}${
            keyFrom || key !== undefined ? ` Its key is ${keyWords(added, KEPT[store])}.` : ''
          } Point tools at ${added.gatewayUrl}`,
        );
      }),
    );
}

const KEPT = {
  keychain: 'in your keychain',
  vault: 'in the encrypted vault',
  memory: 'in memory, until this Purser stops',
} as const satisfies Record<GatewayView['secretStore'], string>;

/** Adds to a refused key how a person who is sure of it can keep it: only the command line knows its own option. */
async function keepOrExplain<T>(
  context: CommandContext,
  doing: string,
  add: (gateway: GatewayClient) => Promise<T>,
): Promise<T> {
  try {
    return await context.ask(add, doing);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'KEY_REFUSED')
      throw new PurserError('KEY_REFUSED', `${error.message} If you are sure that it is right, add --unchecked.`, {
        cause: error,
      });
    throw error;
  }
}

/** The address of a provider in a region. @throws PurserError `INVALID_INPUT` where it has none of its own there */
function addressIn(kind: ProviderKind, region: string | undefined): string | undefined {
  if (region === undefined) return undefined;
  const address = regionAddress(kind, region);
  if (address !== undefined) return address;
  throw new PurserError('INVALID_INPUT', `${PROVIDERS[kind].title} has no address for the region "${region}".`);
}

/** Where an HTTP API wants its key: as a Bearer, unless it was said otherwise. */
function httpOf({ header, query, prefix, pricePerCall = ZERO }: AddOptions): HttpOptions {
  const place = query === undefined ? 'header' : 'query';
  const usual = header === undefined && query === undefined ? 'Bearer ' : '';
  return { credential: { in: place, name: query ?? header ?? 'authorization', prefix: prefix ?? usual }, pricePerCall };
}

function readPrice(text: string): Nanodollars {
  const amount = parseUsd(text);
  if (amount === undefined || amount < 0) throw new InvalidArgumentError('A price is dollars, such as 0.005.');
  return amount;
}

/** The kind of a provider: the one that was named, else its name, else any server that speaks OpenAI's protocol. */
function kindOf(name: string, said: string | undefined, baseUrl: string | undefined): ProviderKind {
  const kind = PROVIDER_KINDS.find((known) => known === (said ?? name));
  if (kind) return kind;
  if (said === undefined && baseUrl !== undefined) return 'custom-openai';
  throw new PurserError(
    'INVALID_INPUT',
    `Purser does not know the kind of provider "${said ?? name}". Choose --kind ${listKinds(said ?? name)}. ` +
      `A server of your own is custom-openai or custom-anthropic with --base-url URL.`,
  );
}

/** The kinds by group; only those that are called nearly so, where there are any. */
function listKinds(wanted = ''): string {
  const near =
    wanted.length < LEAST_LIKENESS ? [] : PROVIDER_KINDS.filter((kind) => isNear(kind, wanted.toLowerCase()));
  if (near.length > 0) return `${near.join(', ')}, or another: purser provider add --help`;
  const { usual, more, own } = PROVIDER_GROUPS;
  return `${usual.join(', ')}; more hosts: ${more.join(', ')}; your own: ${own.join(', ')}`;
}

/** Letters at the beginning that make a name likely to mean another one. */
const LEAST_LIKENESS = 4;

function isNear(kind: string, wanted: string): boolean {
  return kind.startsWith(wanted.slice(0, LEAST_LIKENESS)) || wanted.includes(kind) || kind.includes(wanted);
}
