import { createHash } from 'node:crypto';
import type { NoticeView, RequestView } from '../../shared/contract/views.ts';
import type { AgentId } from '../../shared/ids.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { createLoopDetector, createVelocityBrake } from '../domain/brake.ts';
import { createCapWarnings, explainWarning } from '../domain/cap-warnings.ts';
import type { SubKeyRecord } from '../ledger/records.ts';
import type { Clock } from '../ports.ts';
import type { Directory } from './directory.ts';
import type { Notices } from './notices.ts';
import type { SpendBook } from './spend-book.ts';

interface WatchDeps {
  /** Everything that may have caps now. */
  readonly capped: Iterable<PolicyScope>;
  readonly directory: Directory;
  readonly spend: SpendBook;
  readonly notices: Notices;
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
  sent(key: SubKeyRecord, body: Buffer): void;
}

type Brake = keyof NonNullable<Policy['brake']>;

/** @see Watch */
export function createWatch({ capped, directory, spend, notices, clock, append, pause, onFault }: WatchDeps): Watch {
  const warnings = createCapWarnings();
  const velocity = createVelocityBrake();
  const loops = createLoopDetector();
  for (const scope of capped) for (const account of spend.accounts(scope)) warnings.prime(account);

  const tell = (kind: NoticeView['kind'], text: string, agentId: AgentId | null): void => {
    const at = clock.now();
    notices.add({ at, kind, text, agentId });
    append({ at, kind, ...(agentId === null ? {} : { agentId }), detail: { text } }).catch(onFault);
  };

  /** The narrowest level that says something decides; without a word the person is warned and nothing stops. */
  const modeOf = (brake: Brake, agentId: AgentId, keyScope: ReturnType<typeof scopeOf> | undefined): 'off' | 'warn' | 'pause' => {
    const scopes = [...(keyScope === undefined ? [] : [keyScope]), scopeOf('agent', agentId), EVERYTHING];
    return scopes.map((scope) => directory.policyOf(scope).brake?.[brake]).find((mode) => mode !== undefined) ?? 'warn';
  };

  const act = (brake: Brake, agentId: AgentId, keyScope: ReturnType<typeof scopeOf> | undefined, why: string): void => {
    const mode = modeOf(brake, agentId, keyScope);
    const { name, paused } = directory.agent(agentId);
    if (mode === 'off' || paused) return;
    if (mode === 'warn') return tell('brake-warning', `${name} may be out of hand: ${why}. It goes on; pause it if this is not what you want.`, agentId);
    loops.forget(agentId);
    pause(agentId, why).catch(onFault);
    tell('brake-paused', `${name} was paused: ${why}. Resume it if this is what you want.`, agentId);
  };

  return {
    settled(request) {
      const scopes = [scopeOf('key', request.subKeyId), scopeOf('agent', request.agentId), scopeOf('provider', request.provider), EVERYTHING];
      for (const scope of scopes) {
        for (const account of spend.accounts(scope)) {
          const level = warnings.check(account);
          const whose = scope === EVERYTHING ? 'Everything together' : scope.startsWith('provider:') ? request.provider : request.agent;
          if (level !== undefined) tell('cap-warning', explainWarning(whose, account, level), request.agentId);
        }
      }
      const why = velocity.see(request.agentId, clock.now(), request.cost);
      if (why !== undefined) act('velocity', request.agentId, scopeOf('key', request.subKeyId), why);
    },
    sent(key, body) {
      const scope = scopeOf('key', key.id);
      if (modeOf('loop', key.agentId, scope) === 'off') return;
      const why = loops.see(key.agentId, createHash('sha1').update(body).digest('base64'), clock.now());
      if (why !== undefined) act('loop', key.agentId, scope, why);
    },
  };
}
