import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';
import { PurserError } from '../../shared/errors.ts';
import type { AgentId, SubKeyId } from '../../shared/ids.ts';
import { scopeOf } from '../../shared/policy.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { AgentRecord, SubKeyRecord } from '../ledger/records.ts';
import { statements } from '../ledger/statements.ts';
import type { Clock } from '../platform/ports.ts';
import type { Directory } from './directory.ts';
import type { Limits } from './limits.ts';

/** A sub-key's secret for tools that fetch their key from a command, again and again. */
export interface Token {
  readonly id: SubKeyId;
  readonly secret: string;
  /** Epoch milliseconds. */
  readonly endsAt: number;
}

interface TokenRequest {
  /** The lifetime of the token, in milliseconds. */
  readonly forMs: number;
  /**
   * Undefined: the caps that its sub-key has; for a new one none where its agent has caps, which it shares, else the
   * default. None of its own where this is empty.
   */
  readonly caps: readonly Cap[] | undefined;
  /** Allows a new sub-key although the last one was revoked. */
  readonly renew: boolean;
  /** For a new sub-key: the folder that its spending is counted for. */
  readonly project?: string | null | undefined;
}

/**
 * Issues tokens. Each agent has at most one sub-key for them, so that its caps apply to all of its tokens together, and
 * the list of sub-keys does not grow. During the first half of a token's life the same secret is given again; after
 * that a new one, while the old one works until its end. Secrets are only in memory: a restart gives a new one.
 */
export interface TokenIssuer {
  /** @throws PurserError `CONFLICT` when the sub-key was revoked: a tool must not undo that by asking again */
  take(agent: AgentRecord, request: TokenRequest): Promise<Token>;
}

interface TokenIssuerDeps {
  readonly directory: Directory;
  readonly limits: Limits;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

const DEFAULT_CAPS: readonly Cap[] = ['5/day'].flatMap((text) => parseCap(text) ?? []);

/** @see TokenIssuer */
export function createTokenIssuer({ directory, limits, ledger, clock }: TokenIssuerDeps): TokenIssuer {
  const subKeys = new Map(ledger.contents.tokens);
  const living = new Map<SubKeyId, Token>();
  /** One call at a time for each agent: two at once must not make two sub-keys. */
  const turns = new Map<AgentId, Promise<unknown>>();

  const issue = async (agent: AgentRecord, { forMs, caps, project }: TokenRequest): Promise<Token> => {
    const endsAt = clock.now() + forMs;
    const shared = limits.policyOf(scopeOf('agent', agent.id)).caps ?? [];
    const own = caps ?? (shared.length > 0 ? [] : DEFAULT_CAPS);
    const policy = { ...(own.length > 0 && { caps: [...own] }), expiresAt: endsAt };
    const { key, secret } = await directory.issue(agent, policy, { project });
    await ledger.write([statements.setSetting(`token:${agent.id}`, key.id)]);
    subKeys.set(agent.id, key.id);
    return { id: key.id, secret, endsAt };
  };
  const renew = async ({ id }: SubKeyRecord, forMs: number): Promise<Token> => {
    const endsAt = clock.now() + forMs;
    const scope = scopeOf('key', id);
    const left = (limits.policyOf(scope).expiresAt ?? endsAt) - clock.now();
    const { secret } = await directory.rotate(id, Math.max(0, left));
    await limits.set(scope, { ...limits.policyOf(scope), expiresAt: endsAt });
    return { id, secret, endsAt };
  };
  const take = async (agent: AgentRecord, request: TokenRequest): Promise<Token> => {
    const id = subKeys.get(agent.id);
    const key = id === undefined ? undefined : directory.key(id);
    if (key && key.revokedAt !== null && !request.renew) {
      throw new PurserError(
        'CONFLICT',
        `The sub-key behind the tokens of ${agent.name} was revoked. To let it have one again: purser token --agent ` +
          `"${agent.name}" --renew`,
      );
    }
    if (!key || key.revokedAt !== null) return issue(agent, request);
    if (request.caps) {
      const scope = scopeOf('key', key.id);
      const policy = { ...limits.policyOf(scope), caps: [...request.caps] };
      await limits.set(scope, policy);
    }
    const known = living.get(key.id);
    return known && known.endsAt - clock.now() >= request.forMs / 2 ? known : renew(key, request.forMs);
  };
  const remember = (token: Token): Token => {
    living.set(token.id, token);
    return token;
  };

  return {
    take(agent, request) {
      const before = turns.get(agent.id) ?? Promise.resolve();
      const turn = before
        .catch(() => undefined)
        .then(() => take(agent, request))
        .then(remember);
      turns.set(agent.id, turn);
      return turn;
    },
  };
}
