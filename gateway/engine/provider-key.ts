import type { KeyCheck } from '../../shared/contract/key-check-views.ts';
import type { ProviderView } from '../../shared/contract/views.ts';
import { PurserError } from '../../shared/errors.ts';
import type { ProviderName } from '../../shared/ids.ts';
import type { KeyFrom } from '../../shared/key-source/key-source-views.ts';
import type { ProviderRecord } from '../ledger/records.ts';
import { describeAnswer } from '../providers/describe-answer.ts';
import { PROVIDERS } from '../providers/providers.ts';
import type { Engine } from './engine.ts';

/**
 * Reads the key of a provider anew from the secret manager that keeps it.
 * @throws PurserError `NOT_FOUND`, `INVALID_INPUT` where none keeps it, `SECRETS_UNAVAILABLE` with the reason
 */
export async function refreshKey(engine: Engine, name: ProviderName): Promise<ProviderView> {
  const record = find(engine, name);
  if (!record.keyFrom)
    throw new PurserError(
      'INVALID_INPUT',
      `The key of ${name} is in the secret store, so there is nothing to read anew. To have it read from a secret ` +
        `manager: purser provider set ${name} --from REFERENCE`,
    );
  await engine.leases.refresh(name, record.keyFrom);
  return engine.views.provider(record);
}

interface NewKey {
  readonly name: ProviderName;
  readonly keyFrom: KeyFrom;
  readonly importKey: boolean;
  readonly unchecked: boolean;
}

/**
 * Puts another key into the place of the one before, after asking the provider about it. No value crosses the contract.
 * @throws PurserError `NOT_FOUND`, `KEY_REFUSED`, `SECRETS_UNAVAILABLE`; then the key before is still there
 */
export async function setKey(
  engine: Engine,
  { name, keyFrom, importKey, unchecked }: NewKey,
  cancelled?: AbortSignal,
): Promise<ProviderView & { readonly check: KeyCheck }> {
  const { kind, baseUrl } = find(engine, name);
  const reading = await engine.readKey(keyFrom.reference);
  const asked = { spec: PROVIDERS[kind], baseUrl, key: reading.value };
  const answer = unchecked ? ({ verdict: 'not-asked' } as const) : await engine.askProvider(asked, cancelled);
  const check = describeAnswer(asked, answer, unchecked ? 'unchecked' : 'adding');
  if (check.verdict === 'refused') throw new PurserError('KEY_REFUSED', check.sentence);
  const changed = await engine.providers.setKey(name, importKey ? { secret: reading.value } : { from: keyFrom });
  if (!importKey) engine.leases.keep(name, keyFrom, reading);
  return { ...engine.views.provider(changed), check };
}

function find({ providers }: Engine, name: ProviderName): ProviderRecord {
  const record = providers.find(name);
  if (record) return record;
  throw new PurserError('NOT_FOUND', `There is no provider named "${name}". See \`purser provider list\`.`);
}
