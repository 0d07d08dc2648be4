import type { HttpOptions } from '../../shared/contract/http-views.ts';
import type { KeyCheck } from '../../shared/contract/key-check-views.ts';
import type { ProviderView } from '../../shared/contract/views.ts';
import { shownReference } from '../../shared/key-source/key-reference.ts';
import type { KeyFrom } from '../../shared/key-source/key-source-views.ts';
import type { DeploymentType } from '../../shared/providers/deployments.ts';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import { PurserError } from '../../shared/errors.ts';
import { MACHINE_LOGIN } from '../../shared/providers/provider-record.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import type { ProviderName } from '../../shared/ids.ts';
import { ZERO } from '../../shared/money.ts';
import type { KeyReading } from '../key-sources/key-source.ts';
import type { Asked } from '../providers/ask-provider.ts';
import { describeAnswer } from '../providers/describe-answer.ts';
import { isPrivateHost } from '../providers/private-host.ts';
import { PROVIDERS } from '../providers/providers.ts';
import type { Engine } from './engine.ts';

const ALLOW_PLAIN = 'If there is none, it can be added anyway with `purser provider add ... --plain-http`.';

interface NewProvider {
  readonly kind: ProviderKind;
  readonly name?: ProviderName | undefined;
  readonly baseUrl?: string | undefined;
  readonly http?: HttpOptions | undefined;
  readonly key?: string | undefined;
  /** Where a secret manager has it. */
  readonly keyFrom?: KeyFrom | undefined;
  /** Moves the key that the reference leads to into the secret store. */
  readonly importKey?: boolean;
  readonly unchecked: boolean;
  readonly plainHttp: boolean;
  readonly stopsWhenLeft?: 'yes' | 'no' | undefined;
}

/**
 * Keeps a provider and its key, after asking the provider about it.
 * @param cancelled aborted when the person changes their mind; then nothing is stored
 * @throws PurserError `KEY_REFUSED` when the provider refuses the key and the person did not insist on keeping it;
 * `SECRETS_UNAVAILABLE` when its secret manager does not give it
 */
export async function addProvider(
  engine: Engine,
  input: NewProvider,
  cancelled?: AbortSignal,
): Promise<ProviderView & { readonly check: KeyCheck }> {
  const { kind } = input;
  const spec = PROVIDERS[kind];
  const { key, reading } = await readNewKey(engine, input);
  const record = {
    name: input.name ?? providerNameSchema.parse(kind),
    kind,
    baseUrl: checkBaseUrl(input.baseUrl ?? defaultBaseUrlOf(kind), input.plainHttp),
    createdAt: engine.clock.now(),
    http: checkHttp(input),
    stopsWhenLeft: input.stopsWhenLeft ?? null,
    keyFrom: input.importKey ? null : (input.keyFrom ?? null),
  };
  const asked: Asked = { spec, baseUrl: record.baseUrl, key };
  // A taken name is refused below, before the key is sent anywhere.
  const mayAsk = !input.unchecked && engine.providers.find(record.name) === undefined;
  const answer = mayAsk ? await engine.askProvider(asked, cancelled) : ({ verdict: 'not-asked' } as const);
  const check = describeAnswer(asked, answer, input.unchecked ? 'unchecked' : 'adding');
  if (check.verdict === 'refused') throw new PurserError('KEY_REFUSED', check.sentence);
  await engine.providers.add(record, record.keyFrom ? undefined : key);
  if (record.keyFrom && reading) engine.leases.keep(record.name, record.keyFrom, reading);
  return { ...engine.views.provider(record), check };
}

/**
 * Asks a provider about its stored key. The answer changes nothing.
 * @throws PurserError `NOT_FOUND`, `SECRETS_UNAVAILABLE`
 */
export async function checkProvider(engine: Engine, name: ProviderName, cancelled?: AbortSignal): Promise<KeyCheck> {
  const record = engine.providers.find(name);
  if (record === undefined)
    throw new PurserError('NOT_FOUND', `There is no provider named "${name}". See \`purser provider list\`.`);
  const ask = async (): Promise<KeyCheck> => {
    const key = await engine.providers.secretOf(name);
    const asked: Asked = { spec: PROVIDERS[record.kind], baseUrl: record.baseUrl, key };
    return describeAnswer(asked, await engine.askProvider(asked, cancelled), 'kept');
  };
  const check = await ask();
  if (!record.keyFrom || check.verdict !== 'refused') return check;
  // It may have been rotated since: the manager has the last word.
  await engine.leases.refresh(name, record.keyFrom);
  const again = await ask();
  if (again.verdict !== 'refused') return again;
  const { title } = PROVIDERS[record.kind];
  const from = shownReference(record.keyFrom.reference);
  return { ...again, sentence: `${title} refuses the key that ${from} gives out. Put the right one there.` };
}

/** The key that is added: as it was given, as a secret manager has it, or the login of this machine. */
async function readNewKey(
  engine: Engine,
  { kind, key: given, keyFrom }: NewProvider,
): Promise<{ readonly key: string | undefined; readonly reading: KeyReading | undefined }> {
  const { title, machineLogin, keyless } = PROVIDERS[kind];
  if (given !== undefined && keyFrom !== undefined)
    throw new PurserError('INVALID_INPUT', 'Give the key or where it is, not both.');
  const reading = keyFrom && (await engine.readKey(keyFrom.reference));
  const key = reading?.value ?? given ?? (machineLogin ? MACHINE_LOGIN : undefined);
  if (key === undefined && !keyless)
    throw new PurserError('INVALID_INPUT', `${title} needs a key. Add it with its key.`);
  if (key?.startsWith(SUB_KEY_PREFIX))
    throw new PurserError(
      'INVALID_INPUT',
      `This is a sub-key of Purser, not a key of ${title}. Tools hold sub-keys; here belongs the key that ` +
        `${title} gave you.`,
    );
  return { key, reading };
}

/** What every sub-key begins with. */
const SUB_KEY_PREFIX = 'sk-purser-';

interface Known {
  readonly name: ProviderName;
  readonly stopsWhenLeft?: 'yes' | 'no' | null | undefined;
  readonly deployment?: { readonly name: string; readonly model: string | null } | undefined;
  readonly deploymentType?: DeploymentType | null | undefined;
}

/**
 * Keeps what the person knows of a provider.
 * @throws PurserError `NOT_FOUND`, `INVALID_INPUT` for deployments of a provider that has none
 */
export async function setProvider(engine: Engine, known: Known): Promise<ProviderView> {
  const { name, stopsWhenLeft, deployment, deploymentType } = known;
  const { providers } = engine;
  const record = providers.find(name);
  if (record === undefined)
    throw new PurserError('NOT_FOUND', `There is no provider named "${name}". See \`purser provider list\`.`);
  const { prices, title } = PROVIDERS[record.kind];
  if ((deployment !== undefined || deploymentType !== undefined) && !prices.namesDeployments)
    throw new PurserError('INVALID_INPUT', `${title} has no deployments: its requests name models.`);
  if (stopsWhenLeft !== undefined) await providers.setStopsWhenLeft(name, stopsWhenLeft);
  if (deployment !== undefined) await providers.setDeployment(name, deployment.name, deployment.model);
  if (deploymentType !== undefined) await providers.setDeploymentType(name, deploymentType);
  return engine.views.provider(providers.find(name) ?? record);
}

function checkHttp({ kind, name, http }: NewProvider): HttpOptions | null {
  if (kind !== 'http') return null;
  if (name === undefined || name === 'http')
    throw new PurserError('INVALID_INPUT', 'An HTTP API needs a name of its own, such as github.');
  return http ?? { credential: { in: 'header', name: 'authorization', prefix: 'Bearer ' }, pricePerCall: ZERO };
}

function defaultBaseUrlOf(kind: ProviderKind): string {
  const { defaultBaseUrl, title } = PROVIDERS[kind];
  if (defaultBaseUrl === undefined)
    throw new PurserError(
      'INVALID_INPUT',
      `${title} has a different address for everyone. Give yours as its base URL (--base-url URL).`,
    );
  return defaultBaseUrl;
}

/**
 * Refuses keys in a URL (they end up in logs), queries (they get lost when a path is added), and plain HTTP, which
 * others can read, unless it is allowed.
 */
function checkBaseUrl(text: string, plainHttp: boolean): string {
  const url = new URL(text);
  if (url.username || url.password || url.search || url.hash) {
    throw new PurserError(
      'INVALID_INPUT',
      'A base URL is a scheme, a host and a path, without a login, query or fragment.',
    );
  }
  if (url.protocol === 'http:' && !plainHttp && !isPrivateHost(url.hostname)) {
    const why = `${text} is not encrypted: anybody on the way could read the key and every prompt.`;
    throw new PurserError('INVALID_INPUT', `${why} Give its address with https://. ${ALLOW_PLAIN}`);
  }
  return text.replace(/\/+$/, '');
}
