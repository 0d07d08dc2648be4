import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { PurserError } from '../../shared/errors.ts';
import type { AgentId, RequestId } from '../../shared/ids.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReservationRecord } from '../ledger/records.ts';
import type { Clock, Logger, Random } from '../platform/ports.ts';
import { createSeal } from '../secrets/seal.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import { createBodyQueue } from './body-queue.ts';
import { BODIES_FILE, openBodyStore } from './body-store.ts';
import type { BodyStore, SealedBodies } from './body-store.ts';
import { createCollector } from './collect.ts';
import type { KeptBody } from './collect.ts';
import { createKeepList } from './keep-list.ts';
import { rememberSecrets } from './remember-secrets.ts';
import { openBody, sealBody } from './seal-body.ts';

type Whose = Pick<ReservationRecord, 'id' | 'agentId' | 'startedAt'>;

/** One request whose bodies are kept, while it runs. */
export interface Keeping {
  /** A piece of the reply. */
  hear(bytes: Buffer): void;
  /** Nothing more comes. */
  end(): void;
}

/** A reply that can be heard while it is sent. */
export interface HeardReply {
  tee(listener: (bytes: Buffer) => void): void;
  once(event: 'close', listener: () => void): unknown;
}

/** What was kept of one request. */
export interface KeptBodies {
  readonly request: KeptBody;
  readonly response: KeptBody;
  /** When it is deleted, in epoch milliseconds. */
  readonly until: number;
}

/** What agents sent and what came back, of those for whom a person asked for it. */
export interface Bodies {
  /** For how many days an agent's are kept; undefined when they are not. */
  daysOf(agentId: AgentId): number | undefined;
  /**
   * Keeps an agent's bodies from now on, or (`undefined`) not any more: then what was kept of it is deleted.
   * @returns of how many requests bodies were deleted
   * @throws PurserError `SECRETS_UNAVAILABLE`, `LEDGER_UNAVAILABLE`; then nothing was changed
   */
  keep(agentId: AgentId, days: number | undefined): Promise<number>;
  /** Listens to the rest of a request, when its agent's bodies are kept. Costs one look-up when they are not. */
  watch(whose: Whose, sent: Buffer, reply: HeardReply): void;
  /** The same for a reply that comes in frames. */
  follow(whose: Whose, sent: Buffer): Keeping | undefined;
  /**
   * @returns undefined when nothing was kept @throws PurserError `SECRETS_UNAVAILABLE` when it cannot be read, with the
   * reason
   */
  read(id: RequestId): Promise<KeptBodies | undefined>;
  /** Deletes what is older than it may be. */
  tidy(): Promise<void>;
  /** Writes what waits. */
  close(): Promise<void>;
}

interface BodiesDeps {
  readonly dataFolder: string;
  readonly ledger: Pick<Ledger, 'contents' | 'write'>;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  /** For tests: how much the disk takes. */
  readonly mostBytes?: number;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** @see Bodies. Looks for what is too old now, and every hour. */
export function openBodies({ dataFolder, ledger, secrets, clock, random, log, mostBytes }: BodiesDeps): Bodies {
  const list = createKeepList(ledger, clock);
  const seal = createSeal(rememberSecrets(secrets), random, 'bodies:seal');
  // Opened when it is first needed: who keeps nothing has no file.
  let opened: Promise<BodyStore> | undefined;
  const store = (): Promise<BodyStore> => {
    opened ??= openBodyStore(dataFolder, mostBytes);
    opened.catch(() => (opened = undefined));
    return opened;
  };
  const isThere = (): Promise<boolean> =>
    access(join(dataFolder, BODIES_FILE)).then(
      () => true,
      () => false,
    );
  const queue = createBodyQueue<
    Whose & { readonly request: KeptBody; readonly response: KeptBody; readonly bytes: number }
  >(async (jobs) => {
    const wanted = jobs.filter(({ agentId }) => list.daysOf(agentId) !== undefined);
    const sealed: SealedBodies[] = [];
    // One after the other: the ledger's commits want threads of the same few.
    for (const { id, agentId, startedAt, request, response } of wanted) {
      sealed.push({
        id,
        agentId,
        at: startedAt,
        request: await sealBody(seal, id, 'request', request),
        response: await sealBody(seal, id, 'response', response),
      });
    }
    const isTooMuch = await (await store()).add(sealed, (agentId) => list.daysOf(agentId) !== undefined);
    // Not in an hour: a disk that bodies have filled has no room for the ledger, and then nothing is let through.
    if (isTooMuch) await tidy();
  }, log);

  const follow: Bodies['follow'] = (whose, sent) => {
    if (list.daysOf(whose.agentId) === undefined) return undefined;
    const { id, agentId, startedAt } = whose;
    const replied = createCollector();
    const asked = createCollector();
    asked.add(sent);
    let ended = false;
    return {
      hear: replied.add,
      end() {
        if (ended) return;
        ended = true;
        const [request, response] = [asked.body(), replied.body()];
        queue.offer({
          id,
          agentId,
          startedAt,
          request,
          response,
          bytes: (request.text?.length ?? 0) + (response.text?.length ?? 0),
        });
      },
    };
  };

  /** @param why on record beside how many */
  const deleteOld = async (
    why: 'switched-off' | 'too-old',
    about: { readonly agentId?: AgentId } = {},
  ): Promise<number> => {
    if (!(await isThere())) return 0;
    const now = clock.now();
    const deleted = await (
      await store()
    ).tidy(new Map([...list.all()].map(([agentId, days]) => [agentId, now - days * DAY_MS])));
    if (deleted > 0)
      await ledger.write([], [{ at: now, kind: 'bodies-deleted', ...about, detail: { requests: deleted, why } }]);
    return deleted;
  };
  let tidying = Promise.resolve();
  const tidy = (): Promise<void> => {
    const complain = (error: unknown): void =>
      log.log('error', 'bodies-not-deleted', { fault: error instanceof PurserError ? error.code : 'unexpected' });
    tidying = tidying.then(() => deleteOld('too-old')).then(() => undefined, complain);
    return tidying;
  };
  const timer = setInterval(() => void tidy(), HOUR_MS);
  timer.unref();

  return {
    daysOf: list.daysOf,
    async keep(agentId, days) {
      // Whoever switches it on hears now that there is no key for it, not later in a log.
      if (days !== undefined) await seal.close(Buffer.alloc(0));
      await list.set(agentId, days);
      return deleteOld(days === undefined ? 'switched-off' : 'too-old', { agentId });
    },
    watch(whose, sent, reply) {
      const keeping = follow(whose, sent);
      if (!keeping) return;
      reply.tee(keeping.hear);
      reply.once('close', keeping.end);
    },
    follow,
    async read(id) {
      await queue.idle();
      if (!(await isThere())) return undefined;
      const row = await (await store()).find(id);
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
    tidy,
    async close() {
      clearInterval(timer);
      await queue.idle();
      await tidying;
      await opened?.then(
        (open) => open.close(),
        () => undefined,
      );
    },
  };
}

function lostKey(kind: SecretStore['kind']): string {
  const where = {
    keychain: 'The key in the OS keychain that they were encrypted with is gone or was replaced.',
    vault: 'The key in the vault that they were encrypted with is gone or was replaced.',
    memory: 'They were encrypted with a key that was in memory only, and Purser has been restarted since.',
  }[kind];
  return (
    `What was sent and what came back cannot be read any more. ${where} They are deleted when their time is ` +
    `over; what is kept from now on can be read.`
  );
}
