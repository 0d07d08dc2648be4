import { createHash, webcrypto } from 'node:crypto';
import type { RequestView } from '../../shared/contract/views.ts';
import type { AgentId, ProviderName } from '../../shared/ids.ts';
import { addMoney, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { createLoopDetector } from '../domain/caps/loop-detector.ts';
import { createVelocityBrake } from '../domain/caps/velocity-brake.ts';
import type { VelocityBrake } from '../domain/caps/velocity-brake.ts';
import type { CapAccount } from '../domain/caps/cap-book.ts';
import { createCapWarnings, explainFull, explainWarning } from '../domain/caps/cap-warnings.ts';
import type { BucketRow } from '../ledger/read/read-usage.ts';
import type { SubKeyRecord } from '../ledger/records.ts';
import { BUCKET_MS } from '../ledger/statements.ts';
import type { Clock } from '../platform/ports.ts';
import type { Directory } from './directory.ts';
import type { Notices } from './notices.ts';
import type { SpendBook } from './spend-book.ts';

interface WatchDeps {
  /** Everything that may have caps now. */
  readonly capped: Iterable<PolicyScope>;
  readonly directory: Directory;
  readonly spend: SpendBook;
  readonly notices: Notices;
  /** What was spent in the quarter hours of the last week, oldest first: what is usual for each agent. */
  readonly past: readonly BucketRow[];
  readonly clock: Clock;
  readonly append: (entry: AuditEntry) => Promise<void>;
  /** Stops an agent and cuts what runs. */
  readonly pause: (id: AgentId, reason: string) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** Looks over the agents' shoulders: caps that fill up, spending that is unusual, requests that repeat. */
export interface Watch {
  settled(request: RequestView): void;
  /** Takes a request as it was sent, before it is forwarded. */
  sent(key: SubKeyRecord, body: Buffer): Promise<void>;
  /** Takes a refusal: the cap that had no room. */
  refused(key: SubKeyRecord, account: CapAccount): void;
  /** Takes what a bound or a provider got wrong. The person is told once of each. */
  told(fault: BillTrouble): void;
}

/** Trouble with a bill, as the way of a request sees it. */
export interface BillTrouble {
  readonly fault: 'impossible' | 'above-bound' | 'stops-unknown';
  readonly provider: ProviderName;
  readonly model: string;
  readonly agentId: AgentId;
}

type NoticeKind = 'cap-warning' | 'brake-warning' | 'brake-paused' | 'bill-fault' | 'provider-question';

type Brake = keyof NonNullable<Policy['brake']>;

/** @see Watch */
export function createWatch({
  capped,
  directory,
  spend,
  notices,
  past,
  clock,
  append,
  pause,
  onFault,
}: WatchDeps): Watch {
  const warnings = createCapWarnings();
  const velocity = createVelocityBrake();
  const loops = createLoopDetector();
  /** When a burst was answered: it is told of, or paused, once, and a person who resumes it has decided. */
  const answered = new Map<string, number>();
  for (const scope of capped) for (const account of spend.accounts(scope)) warnings.prime(account);
  primePace(velocity, past, clock.now());

  const troubles = new Set<string>();
  const tell = (kind: NoticeKind, text: string, agentId: AgentId | null, provider?: ProviderName): void => {
    const at = clock.now();
    notices.add({ at, kind, text, agentId, ...(provider !== undefined && { provider }) });
    append({ at, kind, ...(agentId === null ? {} : { agentId }), detail: { text } }).catch(onFault);
  };

  /** The narrowest level that says something decides; without a word the person is warned and nothing stops. */
  const modeOf = (
    brake: Brake,
    agentId: AgentId,
    keyScope: ReturnType<typeof scopeOf> | undefined,
  ): 'off' | 'warn' | 'pause' => {
    const scopes = [...(keyScope === undefined ? [] : [keyScope]), scopeOf('agent', agentId), EVERYTHING];
    return scopes.map((scope) => directory.policyOf(scope).brake?.[brake]).find((mode) => mode !== undefined) ?? 'warn';
  };

  const act = (brake: Brake, agentId: AgentId, keyScope: ReturnType<typeof scopeOf> | undefined, why: string): void => {
    const mode = modeOf(brake, agentId, keyScope);
    const { name, paused } = directory.agent(agentId);
    const answer = `${agentId} ${brake} ${mode}`;
    // A clock that was put back must not let every burst pass until it is there again.
    if (mode === 'off' || paused || Math.abs(clock.now() - (answered.get(answer) ?? -Infinity)) < ANSWERED_MS) return;
    if (brake === 'velocity') answered.set(answer, clock.now());
    if (mode === 'warn')
      return tell(
        'brake-warning',
        `${name} may be out of hand: ${why}. It goes on; pause it if this is not what you want.`,
        agentId,
      );
    loops.forget(agentId);
    pause(agentId, why).catch(onFault);
    tell('brake-paused', `${name} was paused: ${why}. Resume it if this is what you want.`, agentId);
  };

  return {
    settled(request) {
      const scopes = [
        scopeOf('key', request.subKeyId),
        scopeOf('agent', request.agentId),
        scopeOf('provider', request.provider),
        EVERYTHING,
      ];
      for (const scope of scopes) {
        for (const account of spend.accounts(scope)) {
          const level = warnings.check(account);
          if (level !== undefined)
            tell(
              'cap-warning',
              explainWarning(whoseCap(scope, 'Everything together', request.agent), account),
              request.agentId,
            );
        }
      }
      const why = velocity.see(request.agentId, clock.now(), request.cost);
      if (why !== undefined) act('velocity', request.agentId, scopeOf('key', request.subKeyId), why);
    },
    refused(key, account) {
      if (warnings.refuse(account))
        tell(
          'cap-warning',
          explainFull(whoseCap(account.owner, 'everything together', directory.agent(key.agentId).name), account),
          key.agentId,
        );
    },
    told({ fault, provider, model, agentId }) {
      const name = `${fault} ${provider} ${fault === 'stops-unknown' ? '' : model}`;
      if (troubles.has(name) || troubles.size >= MOST_TROUBLES) return;
      troubles.add(name);
      tell(
        fault === 'stops-unknown' ? 'provider-question' : 'bill-fault',
        TROUBLES[fault](provider, model),
        agentId,
        provider,
      );
    },
    async sent(key, body) {
      const scope = scopeOf('key', key.id);
      if (modeOf('loop', key.agentId, scope) === 'off') return;
      const why = loops.see(key.agentId, await fingerprint(body), clock.now());
      if (why !== undefined) act('loop', key.agentId, scope, why);
    },
  };
}

/** Above this, it is worked out beside the event loop: every stream would stand still meanwhile. */
const LARGE_BYTES = 512 * 2 ** 10;

/** The same for the same body. */
async function fingerprint(body: Buffer): Promise<string> {
  if (body.length <= LARGE_BYTES) return createHash('sha1').update(body).digest('base64');
  return Buffer.from(await webcrypto.subtle.digest('SHA-1', body)).toString('base64');
}

/**
 * So long a burst that was told of, or paused and resumed, is not told of again; by then it is part of the agent's
 * past.
 */
const ANSWERED_MS = 30 * 60_000;

/** An agent can name any model; the memory for what was told must end somewhere. */
const MOST_TROUBLES = 200;

const TROUBLES: Readonly<Record<BillTrouble['fault'], (provider: string, model: string) => string>> = {
  impossible: (provider, model) =>
    `${provider} reports more tokens for ${model} than that model can use at all. Purser counted the most that it ` +
    `can; compare it with your bill.`,
  'above-bound': (provider, model) =>
    `${provider} reports more for ${model} than Purser had held: its bound was too low. The cost counts as reported. ` +
    `Please report this as a fault of Purser.`,
  'stops-unknown': (provider) =>
    `Nobody knows whether ${provider} stops, and stops billing, when a tool leaves its stream, so such a request ` +
    `counts ` +
    `at the most that it can cost. If you know, say so: \`purser provider set ${provider} --stops-when-left yes\` ` +
    `(or \`no\`).`,
};

/** Whom a cap is on, as a sentence says it. */
function whoseCap(scope: string, everything: string, agent: string): string {
  return scope === EVERYTHING ? everything : scope.startsWith('provider:') ? scope.slice('provider:'.length) : agent;
}

/** How far back an agent's own past goes. */
export const PAST_MS = 7 * 86_400_000;

/** Tells the brake what was usual before this start. The quarter hour that still runs is left out: it is not over. */
function primePace(velocity: VelocityBrake, past: readonly BucketRow[], now: number): void {
  // An agent has one row for each sub-key, provider and model in a quarter hour.
  const sums = new Map<
    string,
    { readonly agent: AgentId; readonly from: number; readonly cost: Nanodollars; readonly requests: number }
  >();
  for (const { agentId, bucket, cost, requests } of past) {
    if (bucket + BUCKET_MS > now) continue;
    const name = `${bucket} ${agentId}`;
    const before = sums.get(name);
    sums.set(name, {
      agent: agentId,
      from: bucket,
      cost: addMoney(before?.cost ?? ZERO, cost),
      requests: (before?.requests ?? 0) + requests,
    });
  }
  for (const { agent, ...sum } of sums.values()) velocity.prime(agent, { ...sum, lengthMs: BUCKET_MS });
}
