import { createHash } from 'node:crypto';
import { PurserError } from '../../shared/errors.ts';
import { agentNameSchema, providerNameSchema } from '../../shared/ids.ts';
import type { ProviderName } from '../../shared/ids.ts';
import { scopeOf } from '../../shared/policy.ts';
import type { Policy } from '../../shared/policy.ts';
import { windowName } from '../domain/caps/cap-accounts.ts';
import { shareCaps } from '../domain/caps/share-caps.ts';
import type { AgentRecord } from '../ledger/records.ts';
import type { Emitter } from '../platform/emitter.ts';
import type { Arrival } from '../connections/verify/arrival.ts';
import { createConfigFiles } from '../connections/files/config-files.ts';
import { createConnectionBook } from '../connections/connection-book.ts';
import { createMoveBook } from '../connections/mcp-moves/move-book.ts';
import { createConnections } from '../connections/connections.ts';
import type { Connections } from '../connections/connections.ts';
import type { KeyKeeper } from '../connections/doctor/move-key.ts';
import { createMachinePaths, findCommand } from '../connections/files/machine-paths.ts';
import type { KeyCommand } from '../connections/tool-spec.ts';
import { TOOLS } from '../connections/tools/tools.ts';
import type { NewKey, SubKeyIssuer, RouteChoice } from '../connections/connection-deps.ts';
import type { Logger, Machine, Random } from '../platform/ports.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import { PROVIDERS } from '../providers/providers.ts';
import { createSeal } from '../secrets/seal.ts';
import type { Engine } from './engine.ts';
import { createMcpKeeper } from './mcp-keeper.ts';
import { revokeKeys } from './keys/revoke.ts';
import { routesTo } from './tool-routes.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
type Inside = Pick<
  Engine,
  | 'directory'
  | 'limits'
  | 'spend'
  | 'stops'
  | 'revokedLately'
  | 'tokens'
  | 'providers'
  | 'running'
  | 'ledger'
  | 'clock'
  | 'gateway'
  | 'mcp'
  | 'changed'
>;

/** The effects that a host passes to connections. */
interface ConnectionsHost {
  /** Left out, the tools of this machine are left alone. */
  readonly machine?: Machine;
  readonly secrets: SecretStore;
  readonly random: Random;
  readonly log: Logger;
}

/** Opens the connections of a gateway on its own accounts. @returns undefined if there is no machine to connect */
export function openConnections(
  inside: Inside,
  deps: ConnectionsHost,
  arrivals: Emitter<Arrival>,
): Connections | undefined {
  const { machine, secrets, random, log } = deps;
  if (!machine) return undefined;
  const { dataFolder } = inside.gateway;
  const connection = {
    machine,
    paths: createMachinePaths(machine),
    files: createConfigFiles(),
    book: createConnectionBook(inside.ledger, createSeal(secrets, random, 'connections:seal')),
    keys: createSubKeyIssuer(inside),
    clock: inside.clock,
    tools: TOOLS,
    gatewayUrl: inside.gateway.url,
    keyCommand: (agent: string) => commandOf(machine, ['token', '--agent', agent, '--data-dir', dataFolder]),
    moves: createMoveBook(inside.ledger, createSeal(secrets, random, 'connections:seal')),
    mcp: {
      keeper: createMcpKeeper(inside, secrets),
      hasServers: () => inside.mcp.servers.servers().length > 0,
      command: (agent: string) => commandOf(machine, ['mcp', 'serve', '--agent', agent, '--data-dir', dataFolder]),
    },
    routes: (choice: RouteChoice = {}) => routesTo(inside.providers.providers(), inside.gateway.url, choice),
  };
  const doctor = {
    ...createKeyKeeper(inside),
    providers: () => inside.providers.providers().map(({ name }) => name),
    noteMoved: (file: string) =>
      inside.ledger.write([], [{ at: inside.clock.now(), kind: 'key-moved', detail: { file } }]),
  };
  return createConnections({ deps: connection, arrivals, doctor, log, changed: () => inside.changed.emit() });
}

function createSubKeyIssuer(inside: Inside): SubKeyIssuer {
  const { directory, limits, tokens, changed } = inside;
  const policyScope = (id: Parameters<SubKeyIssuer['revoke']>[0]) => scopeOf('key', id);
  const agentCalled = async (name: string) =>
    directory.findNamed(name) ?? directory.addAgent(agentNameSchema.parse(name));
  /** A tool's next sub-key is no second budget: where its agent has caps, they hold. */
  const share = ({ id }: AgentRecord, { caps = [], ...policy }: Policy, { capsOn, isChosen }: NewKey) => {
    const agent = limits.policyOf(scopeOf('agent', id));
    const isShared = capsOn === 'agent' && !isChosen && (agent.caps ?? []).length > 0;
    return shareCaps(agent, { ...policy, caps: isShared ? [] : caps }, capsOn);
  };
  return {
    async issue(name, wanted, of) {
      const agent = await agentCalled(name);
      const { policy, agentPolicy } = share(agent, wanted, of);
      const { key, secret } = await directory.issue(agent, policy, { project: of.project, agentPolicy });
      changed.emit();
      return { id: key.id, secret };
    },
    async takeToken(name, wanted, of) {
      const agent = await agentCalled(name);
      const { policy, agentPolicy } = wanted && of ? share(agent, wanted, of) : {};
      if (agentPolicy) await limits.set(scopeOf('agent', agent.id), agentPolicy);
      const token = await tokens.take(agent, {
        forMs: HOUR_MS,
        caps: policy && (policy.caps ?? []),
        renew: policy !== undefined,
        project: of?.project,
      });
      const scope = policyScope(token.id);
      if (policy) await limits.set(scope, { ...limits.policyOf(scope), ...policy });
      return token;
    },
    async renew(id) {
      return (await directory.rotate(id, DAY_MS)).secret;
    },
    async allow(id, providers, mcp) {
      const policy = limits.policyOf(policyScope(id));
      const missing = providers.filter((name) => !(policy.providers ?? []).includes(name));
      // A person who allowed every provider did so on purpose.
      if (policy.providers === undefined) return;
      // Servers that a person has named stay the only ones.
      const opensMcp = mcp && policy.mcp?.servers === undefined;
      if (missing.length === 0 && !opensMcp) return;
      const servers = opensMcp && { mcp: { ...policy.mcp, servers: ['*'] } };
      await limits.set(policyScope(id), { ...policy, providers: [...policy.providers, ...missing], ...servers });
    },
    async revoke(id) {
      const key = directory.key(id);
      await revokeKeys(inside, [key], { agentId: key.agentId, subKeyId: id }, { reason: 'disconnected' });
    },
    ...keyLookups(inside),
  };
}

/** Looks up facts about sub-keys and changes none. */
export function keyLookups({
  directory,
  limits,
}: Pick<Inside, 'directory' | 'limits'>): Pick<SubKeyIssuer, 'isCurrent' | 'isRevoked' | 'limitsOf' | 'agentOf'> {
  return {
    // Not `findSecret`, which counts as use: reading a file is no use of an old secret.
    isCurrent: (id, candidate) => directory.key(id).hash === createHash('sha256').update(candidate).digest('hex'),
    isRevoked: (id) => directory.key(id).revokedAt !== null,
    limitsOf(id) {
      const own = limits.policyOf(scopeOf('key', id));
      const caps = [...(own.caps ?? []), ...(limits.policyOf(scopeOf('agent', directory.key(id).agentId)).caps ?? [])];
      // Of two caps of one window the smaller one holds.
      const least = caps.filter(
        (cap) => !caps.some((other) => windowName(other) === windowName(cap) && other.amount < cap.amount),
      );
      return { ...own, caps: [...new Map(least.map((cap) => [windowName(cap), cap])).values()] };
    },
    agentOf: (id) => directory.agent(directory.key(id).agentId),
  };
}

/** A command of Purser that a tool runs, by its full path: tools start without a shell's search path. */
function commandOf(machine: Machine, args: readonly string[]): KeyCommand {
  const program = findCommand(machine, 'purser');
  if (program === undefined)
    throw new PurserError(
      'INVALID_INPUT',
      'There is no `purser` command on the PATH that the tool could ask. Install it there (npm link), or let the ' +
        'file hold the sub-key.',
    );
  return { program, args };
}

function createKeyKeeper({ providers, clock }: Inside): KeyKeeper {
  return {
    // Every family is named after its vendor, and so is that vendor's kind of provider.
    canKeep: (family) => PROVIDERS[family].defaultBaseUrl !== undefined,
    async keep(family, key) {
      for (const { name, kind } of providers.providers())
        // A manager that does not answer has another key, as far as anybody knows.
        if (kind === family && (await providers.secretOf(name).catch(() => undefined)) === key) return name;
      const name = freeName(family, providers.find);
      await providers.add(
        { name, kind: family, baseUrl: PROVIDERS[family].defaultBaseUrl ?? '', createdAt: clock.now() },
        key,
      );
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
