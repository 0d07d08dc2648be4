import { createHash } from 'node:crypto';
import { PROVIDER_KINDS } from '../../shared/contract/views.ts';
import { agentNameSchema, providerNameSchema } from '../../shared/ids.ts';
import type { ProviderName } from '../../shared/ids.ts';
import { scopeOf } from '../../shared/policy.ts';
import type { Emitter } from '../accounts/emitter.ts';
import type { Arrival } from '../connections/arrival.ts';
import { createConfigFiles } from '../connections/config-files.ts';
import { createConnectionBook } from '../connections/connection-book.ts';
import { createConnections } from '../connections/connections.ts';
import type { Connections } from '../connections/connections.ts';
import { DEFAULT_MODELS } from '../connections/default-models.ts';
import type { KeyKeeper } from '../connections/doctor/move-key.ts';
import { createPlace } from '../connections/place.ts';
import { createSeal } from '../connections/seal.ts';
import { FAMILIES } from '../connections/tool-spec.ts';
import type { Family, Routes } from '../connections/tool-spec.ts';
import { TOOLS } from '../connections/tools/tools.ts';
import type { KeyDesk } from '../connections/workshop.ts';
import type { ProviderRecord } from '../ledger/records.ts';
import type { GatewayDeps } from '../ports.ts';
import { PROVIDERS } from '../providers/providers.ts';
import type { Engine } from './engine.ts';
import { revokeKeys } from './revoke.ts';

const DAY_MS = 86_400_000;
/** The protocol family of each kind of provider. A kind that no tool can be pointed at has none. */
const FAMILY_OF: Readonly<Partial<Record<string, Family>>> = { anthropic: 'anthropic', openai: 'openai', gemini: 'gemini', google: 'gemini' };

type Inside = Pick<Engine, 'directory' | 'providers' | 'spend' | 'running' | 'ledger' | 'clock' | 'gateway' | 'changed'>;

/** Opens the connections of a gateway, on its own accounts. @returns undefined where there is no machine to connect */
export function openConnections(inside: Inside, deps: GatewayDeps, arrivals: Emitter<Arrival>): Connections | undefined {
  const { machine, secrets, random, log } = deps;
  if (!machine) return undefined;
  const shop = {
    machine,
    place: createPlace(machine),
    files: createConfigFiles(),
    book: createConnectionBook(inside.ledger, createSeal(secrets, random)),
    keys: createKeyDesk(inside),
    clock: inside.clock,
    tools: TOOLS,
    gatewayUrl: inside.gateway.url,
    routes: (models?: readonly string[]) => routesOf(inside, models),
  };
  const doctor = {
    ...createKeyKeeper(inside),
    providers: () => inside.providers.providers().map(({ name }) => name),
    noteMoved: (file: string) => inside.ledger.write([], [{ at: inside.clock.now(), kind: 'key-moved', detail: { file } }]),
  };
  return createConnections({ shop, arrivals, doctor, log, changed: () => inside.changed.emit() });
}

/** One provider for each family: the vendor's own where there is one, else the oldest of that kind. */
function routesOf({ providers, gateway }: Inside, models?: readonly string[]): Routes {
  return Object.fromEntries(
    FAMILIES.flatMap((family) => {
      const fitting = providers.providers().filter(({ kind }) => FAMILY_OF[kind] === family);
      const chosen: ProviderRecord | undefined = fitting.find(({ kind, baseUrl }) => baseUrl === PROVIDERS[kind].defaultBaseUrl) ?? fitting[0];
      if (!chosen) return [];
      const root = `${gateway.url}/${chosen.name}`;
      return [[family, { provider: chosen.name, root, v1: `${root}/v1`, v1beta: `${root}/v1beta`, models: models ?? DEFAULT_MODELS[family] }]];
    }),
  );
}

function createKeyDesk(inside: Inside): KeyDesk {
  const { directory, spend, changed } = inside;
  const policyScope = (id: Parameters<KeyDesk['revoke']>[0]) => scopeOf('key', id);
  return {
    async issue(name, caps, providers) {
      const known = directory.agents().find((agent) => agent.name === name);
      const agent = known ?? (await directory.addAgent(agentNameSchema.parse(name)));
      const { key, secret } = await directory.issue(agent, { caps: [...caps], providers: [...providers] });
      spend.setCaps(policyScope(key.id), caps);
      changed.emit();
      return { id: key.id, secret };
    },
    async renew(id) {
      return (await directory.rotate(id, DAY_MS)).secret;
    },
    async allow(id, providers) {
      const policy = directory.policyOf(policyScope(id));
      const missing = providers.filter((name) => !(policy.providers ?? []).includes(name));
      // A person who allowed every provider did so on purpose.
      if (policy.providers === undefined || missing.length === 0) return;
      await directory.setPolicy(policyScope(id), { ...policy, providers: [...policy.providers, ...missing] });
    },
    async revoke(id) {
      const key = directory.key(id);
      await revokeKeys(inside, [key], { agentId: key.agentId, subKeyId: id });
    },
    // Not by asking the directory who holds it: looking at a file is no use of an old secret.
    isCurrent: (id, candidate) => directory.key(id).hash === createHash('sha256').update(candidate).digest('hex'),
    isRevoked: (id) => directory.key(id).revokedAt !== null,
    agentOf: (id) => directory.agent(directory.key(id).agentId),
  };
}

function createKeyKeeper({ providers, clock }: Inside): KeyKeeper {
  const kindOf = (family: Family) => PROVIDER_KINDS.find((kind) => FAMILY_OF[kind] === family);
  return {
    canKeep: (family) => kindOf(family) !== undefined,
    async keep(family, key) {
      const fitting = providers.providers().filter(({ kind }) => FAMILY_OF[kind] === family);
      for (const { name } of fitting) if ((await providers.secretOf(name)) === key) return name;
      const kind = kindOf(family);
      const baseUrl = kind && PROVIDERS[kind].defaultBaseUrl;
      if (kind === undefined || baseUrl === undefined) throw new TypeError(`no provider is of the family ${family}`);
      const name = freeName(kind, providers.find);
      await providers.add({ name, kind, baseUrl, createdAt: clock.now() }, key);
      return name;
    },
  };
}

function freeName(kind: string, find: (name: string) => unknown): ProviderName {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? kind : `${kind}-${count}`;
    if (find(name) === undefined) return providerNameSchema.parse(name);
  }
}
