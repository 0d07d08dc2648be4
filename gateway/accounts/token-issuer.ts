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
import type { SpendBook } from './spend-book.ts';

/** A sub-key for tools that fetch their key from a command, again and again. */
export interface Token {
  readonly id: SubKeyId;
  readonly secret: string;
  /** Epoch milliseconds. */
  readonly endsAt: number;
}

interface TokenRequest {
  /** How long it works, in milliseconds. */
  readonly forMs: number;
  /** Undefined: what its sub-key has, or the default for a new one. */
  readonly caps: readonly Cap[] | undefined;
  /** Let it have one again though its last was revoked. */
  readonly renew: boolean;
  /** Of a new sub-key: the folder whose spending it is. */
  readonly project?: string | null | undefined;
}

/**
 * Each agent has at most one sub-key for tokens, so that however often one is fetched its caps hold over all of them
 * and the list of sub-keys does not grow. Within the first half of its life the same secret is given again; after that
 * a new one, while the old works to its end. Secrets are known here and in no file: a restart gives a new one.
 */
export interface TokenIssuer {
  /** @throws PurserError `CONFLICT` when its sub-key was revoked: a tool must not undo that by asking again */
  take(agent: AgentRecord, wish: TokenRequest): Promise<Token>;
}

interface TokenDeskDeps {
  readonly directory: Directory;
  readonly spend: Pick<SpendBook, 'setCaps'>;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

const DEFAULT_CAPS: readonly Cap[] = ['5/day'].flatMap((text) => parseCap(text) ?? []);

/** @see TokenIssuer */
export function createTokenIssuer({ directory, spend, ledger, clock }: TokenDeskDeps): TokenIssuer {
  const subKeys = new Map(ledger.contents.tokens);
  const living = new Map<SubKeyId, Token>();
  /** One at a time for an agent: two calls at once must not make two sub-keys. */
  const turns = new Map<AgentId, Promise<unknown>>();

  const issue = async (agent: AgentRecord, { forMs, caps, project }: TokenRequest): Promise<Token> => {
    const endsAt = clock.now() + forMs;
    const limits = caps ?? DEFAULT_CAPS;
    const { key, secret } = await directory.issue(agent, { caps: [...limits], expiresAt: endsAt }, project);
    spend.setCaps(scopeOf('key', key.id), limits);
    await ledger.write([statements.setSetting(`token:${agent.id}`, key.id)]);
    subKeys.set(agent.id, key.id);
    return { id: key.id, secret, endsAt };
  };
  const renew = async ({ id }: SubKeyRecord, forMs: number): Promise<Token> => {
    const endsAt = clock.now() + forMs;
    const scope = scopeOf('key', id);
    const left = (directory.policyOf(scope).expiresAt ?? endsAt) - clock.now();
    const { secret } = await directory.rotate(id, Math.max(0, left));
    await directory.setPolicy(scope, { ...directory.policyOf(scope), expiresAt: endsAt });
    return { id, secret, endsAt };
  };
  const take = async (agent: AgentRecord, wish: TokenRequest): Promise<Token> => {
    const id = subKeys.get(agent.id);
    const key = id === undefined ? undefined : directory.key(id);
    if (key && key.revokedAt !== null && !wish.renew) {
      throw new PurserError(
        'CONFLICT',
        `The sub-key behind the tokens of ${agent.name} was revoked. To let it have one again: purser token --agent ` +
          `"${agent.name}" --renew`,
      );
    }
    if (!key || key.revokedAt !== null) return issue(agent, wish);
    if (wish.caps) {
      const scope = scopeOf('key', key.id);
      const policy = { ...directory.policyOf(scope), caps: [...wish.caps] };
      await directory.setPolicy(scope, policy);
      spend.setCaps(scope, policy.caps, policy.calls);
    }
    const known = living.get(key.id);
    return known && known.endsAt - clock.now() >= wish.forMs / 2 ? known : renew(key, wish.forMs);
  };
  const remember = (token: Token): Token => {
    living.set(token.id, token);
    return token;
  };

  return {
    take(agent, wish) {
      const before = turns.get(agent.id) ?? Promise.resolve();
      const turn = before
        .catch(() => undefined)
        .then(() => take(agent, wish))
        .then(remember);
      turns.set(agent.id, turn);
      return turn;
    },
  };
}
