import { PurserError } from '../../shared/errors.ts';
import type { AgentId, RequestId } from '../../shared/ids.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReservationRecord } from '../ledger/records.ts';
import type { Clock, Logger, Random } from '../platform/ports.ts';
import { createSeal } from '../secrets/seal.ts';
import type { Seal } from '../secrets/seal.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import { createBodyQueue } from './body-queue.ts';
import type { SealedBodies } from './body-store.ts';
import { createCollector } from './collect.ts';
import type { KeptBody } from './collect.ts';
import { createDeletion } from './deletion.ts';
import { createKeepList } from './keep-list.ts';
import { createLazyStore } from './lazy-store.ts';
import { rememberSecrets } from './remember-secrets.ts';
import { openBody, sealBody } from './seal-body.ts';

type KeptRequest = Pick<ReservationRecord, 'id' | 'agentId' | 'startedAt'>;

/** A request that has ended, with its bodies. */
type FinishedRequest = KeptRequest & {
  readonly request: KeptBody;
  readonly response: KeptBody;
  /** The memory that both take. */
  readonly bytes: number;
};

/** One request whose bodies are kept, while it runs. */
export interface Keeping {
  /** A piece of the reply. */
  add(bytes: Buffer): void;
  /** Nothing more comes. */
  end(): void;
}

/** A reply that can be heard while it is sent. */
export interface HeardReply {
  tee(listener: (bytes: Buffer) => void): void;
  once(event: 'close', listener: () => void): unknown;
}

/** The bodies of one request. */
export interface KeptBodies {
  readonly request: KeptBody;
  readonly response: KeptBody;
  /** When it is deleted, in epoch milliseconds. */
  readonly until: number;
}

/** The bodies of requests and replies of agents for whom a person has asked to keep them. */
export interface Bodies {
  /** For how many days an agent's are kept; undefined when they are not. */
  daysOf(agentId: AgentId): number | undefined;
  /**
   * Keeps an agent's bodies from now on, or (`undefined`) not any more: then its kept bodies are deleted.
   * @returns of how many requests bodies were deleted
   * @throws PurserError `SECRETS_UNAVAILABLE`, `LEDGER_UNAVAILABLE`; then nothing was changed
   */
  keep(agentId: AgentId, days: number | undefined): Promise<number>;
  /** Collects the bodies of a request, when its agent's are kept. Costs one look-up when they are not. */
  watch(request: KeptRequest, sent: Buffer, reply: HeardReply): void;
  /** The same for a reply that comes in frames. */
  follow(request: KeptRequest, sent: Buffer): Keeping | undefined;
  /**
   * @returns undefined when nothing was kept @throws PurserError `SECRETS_UNAVAILABLE` when it cannot be read, with the
   * reason
   */
  read(id: RequestId): Promise<KeptBodies | undefined>;
  /** Deletes bodies that are older than their agent keeps them. */
  tidy(): Promise<void>;
  /** Deletes those of requests that began before a moment. @returns of how many requests bodies were deleted */
  deleteBefore(moment: number): Promise<number>;
  /** Writes the bodies that wait. */
  close(): Promise<void>;
}

interface BodiesDeps {
  readonly dataFolder: string;
  readonly ledger: Pick<Ledger, 'contents' | 'write'>;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  /** For tests: the most that the file may take. */
  readonly mostBytes?: number;
}

const DAY_MS = 86_400_000;

/** @see Bodies. Deletes old bodies now, and every hour. */
export function openBodies({ dataFolder, ledger, secrets, clock, random, log, mostBytes }: BodiesDeps): Bodies {
  const list = createKeepList(ledger, clock);
  const seal = createSeal(rememberSecrets(secrets), random, 'bodies:seal');
  const store = createLazyStore(dataFolder, mostBytes);
  const deletion = createDeletion({ store, list, ledger, clock, log });
  const isKept = (agentId: AgentId): boolean => list.daysOf(agentId) !== undefined;
  const queue = createBodyQueue<FinishedRequest>(async (jobs) => {
    const sealed = await sealAll(
      jobs.filter(({ agentId }) => isKept(agentId)),
      seal,
    );
    const isTooMuch = await (await store.open()).add(sealed, isKept);
    // Not in an hour: a disk that bodies have filled has no room for the ledger, and then nothing is let through.
    if (isTooMuch) await deletion.tidy();
  }, log);
  const follow: Bodies['follow'] = (request, sent) =>
    isKept(request.agentId) ? collectBodies(request, sent, queue.offer) : undefined;

  return {
    daysOf: list.daysOf,
    async keep(agentId, days) {
      // The person gets to know now that there is no key for it, not later from a log.
      if (days !== undefined) await seal.close(Buffer.alloc(0));
      await list.set(agentId, days);
      return deletion.deleteOld(days === undefined ? 'switched-off' : 'too-old', { agentId });
    },
    watch(request, sent, reply) {
      const keeping = follow(request, sent);
      if (!keeping) return;
      reply.tee(keeping.add);
      reply.once('close', keeping.end);
    },
    follow,
    async read(id) {
      await queue.idle();
      if (!(await store.exists())) return undefined;
      const row = await (await store.open()).find(id);
      const days = row && list.daysOf(row.agentId);
      if (!row || days === undefined) return undefined;
      const until = row.at + days * DAY_MS;
      // Its time is over, though nobody has tidied up yet: a machine sleeps, a disk fails.
      if (until < clock.now()) return undefined;
      const [request, response] = [
        await openBody(seal, id, 'request', row.request),
        await openBody(seal, id, 'response', row.response),
      ];
      if (!request || !response) throw new PurserError('SECRETS_UNAVAILABLE', lostKey(secrets.kind));
      return { request, response, until };
    },
    tidy: deletion.tidy,
    async deleteBefore(moment) {
      await queue.idle();
      return deletion.deleteBefore(moment);
    },
    async close() {
      const tidied = deletion.stop();
      await queue.idle();
      await tidied;
      await store.close();
    },
  };
}

/** Collects both bodies of a request, and offers them when it has ended. */
function collectBodies(
  { id, agentId, startedAt }: KeptRequest,
  sent: Buffer,
  offer: (job: FinishedRequest) => void,
): Keeping {
  const replied = createCollector();
  const asked = createCollector();
  asked.add(sent);
  let ended = false;
  return {
    add: replied.add,
    end() {
      if (ended) return;
      ended = true;
      const [request, response] = [asked.body(), replied.body()];
      const bytes = (request.text?.length ?? 0) + (response.text?.length ?? 0);
      offer({ id, agentId, startedAt, request, response, bytes });
    },
  };
}

/** Encrypts one after the other: the commits of the ledger want threads of the same few. */
async function sealAll(jobs: readonly FinishedRequest[], seal: Seal): Promise<readonly SealedBodies[]> {
  const sealed: SealedBodies[] = [];
  for (const { id, agentId, startedAt, request, response } of jobs) {
    sealed.push({
      id,
      agentId,
      at: startedAt,
      request: await sealBody(seal, id, 'request', request),
      response: await sealBody(seal, id, 'response', response),
    });
  }
  return sealed;
}

function lostKey(kind: SecretStore['kind']): string {
  const where = {
    keychain: 'The key that encrypted them was removed from the OS keychain, or replaced.',
    vault: 'The key that encrypted them was removed from the vault, or replaced.',
    memory: 'The key that encrypted them was in memory only, and Purser has been restarted since.',
  }[kind];
  return (
    `The logged prompt and reply cannot be read any more. ${where} They are deleted when they expire; what is ` +
    `logged from now on can be read.`
  );
}
