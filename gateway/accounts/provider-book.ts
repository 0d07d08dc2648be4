import { PurserError } from '../../shared/errors.ts';
import type { ProviderName } from '../../shared/ids.ts';
import { shownReference } from '../../shared/key-source/key-reference.ts';
import type { KeyFrom } from '../../shared/key-source/key-source-views.ts';
import type { DeploymentType } from '../../shared/providers/deployments.ts';
import type { AuditEntry, AuditKind } from '../audit/entry.ts';
import { builtInPrices } from '../domain/price/price-library.ts';
import type { PriceLibrary } from '../domain/price/price-library.ts';
import { learnDeployment, modelBehind } from '../domain/model/learn-deployment.ts';
import type { ModelPrice } from '../domain/price/price.ts';
import type { PriceOverride } from '../domain/price/price-override.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { adminSecretName, createAdminKeys } from './bill/admin-keys.ts';
import type { AdminKeys } from './bill/admin-keys.ts';
import { createOwnPrices } from './prices/own-prices.ts';
import { createPriceCache } from './prices/price-cache.ts';
import type { PricedSpec } from './prices/price-cache.ts';
import type { ProviderRecord } from '../ledger/records.ts';
import { statements } from '../ledger/statements.ts';
import type { Clock } from '../platform/ports.ts';
import { createProviderKeys } from './provider-keys.ts';
import type { ProviderKeys, ProviderKeysDeps } from './provider-keys.ts';

/** Providers, their keys (in the secret store only) and the person's own prices. */
export interface ProviderBook extends AdminKeys {
  readonly providers: () => readonly ProviderRecord[];
  readonly prices: () => readonly PriceOverride[];
  /** The current price of a model at a provider; undefined when it is unknown. */
  priceOf(provider: ProviderName, spec: PricedSpec, model: string): ModelPrice | undefined;
  /** Forgets looked-up prices, after the published ones were replaced. */
  forgetPrices(): void;
  find(name: string): ProviderRecord | undefined;
  /**
   * The real key of a provider, from the secret store or from the manager that it is kept by.
   * @returns undefined when the secret store has none
   * @throws PurserError `SECRETS_UNAVAILABLE`
   */
  secretOf(name: ProviderName): Promise<string | undefined>;
  /** The provider has refused this key: a manager that keeps it may have another one by now. */
  keyRefused(name: ProviderName, key: string): void;
  /** The keys that are in use now, without asking anybody for one. */
  secretsInUse(): Promise<readonly string[]>;
  /** @param secret undefined when the server wants none, or when a secret manager keeps it */
  add(record: ProviderRecord, secret: string | undefined): Promise<void>;
  /**
   * Puts a key into the place of the one before: a reference to where it is, or the key itself.
   * @throws PurserError `NOT_FOUND`, `SECRETS_UNAVAILABLE`; then the key before is still there
   */
  setKey(name: ProviderName, key: { readonly from: KeyFrom } | { readonly secret: string }): Promise<ProviderRecord>;
  /**
   * Keeps the person's answer to whether the provider stops when its stream is left.
   * @throws PurserError `NOT_FOUND`
   */
  setStopsWhenLeft(name: ProviderName, answer: 'yes' | 'no' | null): Promise<ProviderRecord>;
  /**
   * Keeps the model behind a deployment, as a person says it; null: nobody knows it any more.
   * @throws PurserError `NOT_FOUND`
   */
  setDeployment(name: ProviderName, deployment: string, model: string | null): Promise<ProviderRecord>;
  /** Keeps where the deployments of a provider run; null: nobody knows. @throws PurserError `NOT_FOUND` */
  setDeploymentType(name: ProviderName, type: DeploymentType | null): Promise<ProviderRecord>;
  /**
   * Keeps the model that a reply of a deployment has named.
   * @returns the model that it counts as from now on; undefined when that is nothing new
   */
  learnDeployment(name: ProviderName, deployment: string, served: string): string | undefined;
  remove(name: ProviderName): Promise<void>;
  setPrice(price: PriceOverride): Promise<void>;
  /** @param provider null: the price for every provider */
  removePrice(model: string, provider: ProviderName | null): Promise<void>;
}

const missing = (name: ProviderName): PurserError =>
  new PurserError('NOT_FOUND', `There is no provider named "${name}". See \`purser provider list\`.`);

interface ProviderBookDeps extends ProviderKeysDeps {
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** The published prices in use; left out: the built-in ones. */
  readonly library?: () => PriceLibrary;
}

/** The host of a provider's base URL, without a port. */
export function hostOf(record: Pick<ProviderRecord, 'baseUrl'> | undefined): string | undefined {
  return record && URL.canParse(record.baseUrl) ? new URL(record.baseUrl).hostname : undefined;
}

/** What the address of a provider, and where its deployments run, say of its prices. */
export function whereOf(record: ProviderRecord | undefined): {
  readonly host: string | undefined;
  readonly withoutSurcharge: boolean;
} {
  return { host: hostOf(record), withoutSurcharge: record?.deploymentType === 'global' };
}

/** @see ProviderBook */
export function createProviderBook({ ledger, secrets, leases, clock, library }: ProviderBookDeps): ProviderBook {
  const note = (kind: AuditKind, detail: AuditEntry['detail']): AuditEntry => ({ at: clock.now(), kind, detail });
  const providers = new Map<string, ProviderRecord>(
    ledger.contents.providers.map((provider) => [provider.name, provider]),
  );
  const own = createOwnPrices({ ledger, clock }, () => priceCache.clear());
  const priceCache = createPriceCache(own.all, library ?? (() => builtInPrices));
  const keys = createProviderKeys({ secrets, ...(leases && { leases }) });
  const recordOf = (name: ProviderName): ProviderRecord | undefined => providers.get(name);
  const there = (name: ProviderName): ProviderRecord => {
    const record = recordOf(name);
    if (!record) throw missing(name);
    return record;
  };
  const replace = (record: ProviderRecord): ProviderRecord => {
    if (providers.has(record.name)) providers.set(record.name, record);
    priceCache.clear();
    return record;
  };

  return {
    providers: () => [...providers.values()],
    prices: own.all,
    priceOf: (provider, spec, model) =>
      priceCache.find({ provider, spec, model, now: clock.now(), ...whereOf(providers.get(provider)) }),
    forgetPrices: () => priceCache.clear(),
    find: (name) => providers.get(name),
    secretOf: (name) => keys.of(providers.get(name) ?? { name }),
    keyRefused: (name, key) => keys.refused(providers.get(name) ?? { name }, key),
    async secretsInUse() {
      const found = await Promise.all([...providers.values()].map((record) => keys.inUse(record)));
      return found.filter((key) => key !== undefined);
    },
    async add(record, secret) {
      if (providers.has(record.name)) {
        throw new PurserError(
          'CONFLICT',
          `There is already a provider named "${record.name}". Remove it first, or choose another name: purser ` +
            `provider add NAME --kind ${record.kind}`,
        );
      }
      providers.set(record.name, record);
      priceCache.clear();
      try {
        // The secret comes first: a record without its key would refuse every request for the wrong reason.
        if (secret !== undefined) await keys.store(record.name, secret);
        await ledger.write(
          [statements.addProvider(record)],
          [
            note('provider-added', {
              name: record.name,
              kind: record.kind,
              baseUrl: record.baseUrl,
              ...keptAt(record),
            }),
          ],
        );
        if (secret === undefined) keys.none(record.name);
      } catch (error) {
        providers.delete(record.name);
        // A key without a record would stay in the keychain for good.
        await keys.delete(record.name).catch(() => undefined);
        throw error;
      }
    },
    ...createFacts({ ledger, note, there, replace, recordOf, keys }),
    ...createAdminKeys({ ledger, secrets, clock, note, there, replace }),
    async remove(name) {
      const { adminKeyAt = null } = there(name);
      await keys.delete(name);
      if (adminKeyAt !== null) await secrets.delete(adminSecretName(name));
      // The next provider with that name may be another server, so the prices that were only for this one go with it.
      const gone = own.of(name);
      await ledger.write(
        [statements.removeProvider(name), ...gone.statements],
        [note('provider-removed', { name }), ...gone.entries],
      );
      providers.delete(name);
      gone.forget();
    },
    setPrice: own.set,
    removePrice: own.remove,
  };
}

interface FactsDeps {
  readonly ledger: Ledger;
  readonly note: (kind: AuditKind, detail: AuditEntry['detail']) => AuditEntry;
  readonly recordOf: (name: ProviderName) => ProviderRecord | undefined;
  /** @throws PurserError `NOT_FOUND` */
  readonly there: (name: ProviderName) => ProviderRecord;
  /** Puts a changed record in the place of the one before. */
  readonly replace: (record: ProviderRecord) => ProviderRecord;
  readonly keys: ProviderKeys;
}

/** Where its key is, for the record: a reference, as it may be shown. */
function keptAt({ keyFrom }: Pick<ProviderRecord, 'keyFrom'>): { readonly keyFrom: string } {
  return { keyFrom: keyFrom ? shownReference(keyFrom.reference) : 'the secret store' };
}

/** What a person says of a provider, and what its replies tell. */
function createFacts({
  ledger,
  note,
  recordOf,
  there,
  replace,
  keys,
}: FactsDeps): Pick<
  ProviderBook,
  'setKey' | 'setStopsWhenLeft' | 'setDeployment' | 'setDeploymentType' | 'learnDeployment'
> {
  return {
    async setKey(name, key) {
      const record = there(name);
      const keyFrom = 'from' in key ? key.from : null;
      const before = record.keyFrom ? undefined : await keys.inUse(record);
      // The new key stands before the record says so; what is left of the one before goes last.
      if ('secret' in key) await keys.store(name, key.secret);
      try {
        await ledger.write(
          [statements.setKeyFrom(name, keyFrom)],
          [note('provider-changed', { name, ...keptAt({ keyFrom }) })],
        );
      } catch (error) {
        if ('secret' in key) await (before === undefined ? keys.delete(name) : keys.store(name, before));
        throw error;
      }
      if (keyFrom) await keys.delete(name);
      return replace({ ...record, keyFrom });
    },
    async setStopsWhenLeft(name, answer) {
      there(name);
      await ledger.write(
        [statements.setStopsWhenLeft(name, answer)],
        [note('provider-changed', { name, stopsWhenLeft: answer ?? 'as known' })],
      );
      return replace({ ...there(name), stopsWhenLeft: answer });
    },
    async setDeployment(name, deployment, model) {
      const { [deployment]: _before, ...others } = there(name).deployments ?? {};
      const deployments = model === null ? others : { ...others, [deployment]: { model, learned: false } };
      await ledger.write(
        [statements.setDeployments(name, deployments)],
        [note('provider-changed', { name, deployment, model: model ?? 'not known' })],
      );
      return replace({ ...there(name), deployments });
    },
    async setDeploymentType(name, type) {
      there(name);
      await ledger.write(
        [statements.setDeploymentType(name, type)],
        [note('provider-changed', { name, deploymentType: type ?? 'not known' })],
      );
      return replace({ ...there(name), deploymentType: type });
    },
    learnDeployment(name, deployment, served) {
      const record = recordOf(name);
      const deployments = record && learnDeployment(record.deployments ?? {}, deployment, served);
      if (!deployments) return undefined;
      const model = modelBehind(deployments, deployment) ?? served;
      replace({ ...record, deployments });
      // Lost, it is learned again from the next reply.
      ledger
        .write(
          [statements.setDeployments(name, deployments)],
          [note('provider-changed', { name, deployment, model, learned: true })],
        )
        .catch(() => undefined);
      return model;
    },
  };
}
