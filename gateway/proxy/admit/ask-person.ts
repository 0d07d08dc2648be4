import type { ServerResponse } from 'node:http';
import type { Dialect, Framing } from '../../dialects/dialect.ts';
import { askedWords } from '../../../shared/refusals/refusal-words.ts';
import { tell } from '../../domain/words/tell.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { beginReply, bytesIn, TYPE_OF } from '../relay/framing.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import type { RefusedByCap, ReserveOutcome } from '../reserve/outcome.ts';

/**
 * After a quick answer the reply can still be a plain refusal; later than this the beginning of a stream keeps the
 * client waiting. In milliseconds.
 */
const QUIET_MS = 5_000;
const HEARTBEAT_MS = 10_000;

/** A request whose cap has no room, and how to try again. */
interface Asking {
  readonly key: SubKeyRecord;
  readonly model: string;
  readonly refused: RefusedByCap;
  readonly stopped: AbortSignal;
  /** Checks what forbids the request by now, whatever the person says. */
  readonly checkStill: () => Refusal | undefined;
  /** @param overCap a person has allowed it although it does not fit */
  readonly tryAgain: (overCap: boolean) => ReserveOutcome | undefined;
  /** Keeps the client of a streaming request waiting. @returns a function that ends that */
  readonly keepPatient: () => () => void;
}

/**
 * Waits for a person: allow once, raise the cap for today, or no. No answer in time means no. A request that fits
 * meanwhile goes on; one that is gone or was stopped withdraws its question.
 */
export async function askPerson(
  deps: Pick<ProxyDeps, 'approvals' | 'directory' | 'spend'>,
  asking: Asking,
): Promise<ReserveOutcome> {
  const { key, model, refused, stopped, tryAgain } = asking;
  const { agentId, id: subKeyId } = key;
  const question = deps.approvals.ask({
    agentId,
    subKeyId,
    model,
    agent: deps.directory.agent(agentId).name,
    provider: refused.cap.provider,
    needed: refused.cap.needed,
    reason: refused.cap.reason,
    account: refused.cap.account,
  });
  const stopHeartbeats = asking.keepPatient();
  const gone = new Promise<'gone'>((resolve) =>
    stopped.addEventListener('abort', () => resolve('gone'), { once: true }),
  );
  try {
    for (;;) {
      const news = await Promise.race([question.answered, gone, deps.spend.released().then(() => 'released' as const)]);
      if (stopped.aborted) return no({ kind: 'not-allowed', code: 'stopped', ...tell({ code: 'stopped' }) });
      const stop = asking.checkStill();
      if (stop) return no(stop);
      const outcome = news === 'deny' || news === 'nobody' ? undefined : tryAgain(news === 'allow-once');
      if (outcome?.ok) return outcome;
      if (news === 'released') continue;
      return no(afterAsking(refused.refusal, news));
    }
  } finally {
    stopHeartbeats();
    question.withdraw();
  }
}

/** The refusal of the cap, and what came of the question. */
function afterAsking(refusal: Refusal, answer: keyof typeof askedWords | 'allow-always' | 'gone'): Refusal {
  const { about } = refusal;
  if (answer === 'gone') return refusal;
  const news = answer === 'allow-always' ? 'allow-once' : answer;
  return {
    ...refusal,
    message: `${refusal.message} ${askedWords[news]}`,
    ...(about?.code === 'cap' && { about: { ...about, asked: news } }),
  };
}

function no(refusal: Refusal): ReserveOutcome {
  return { ok: false, refusal };
}

/**
 * Begins a stream and sends bytes that its dialect ignores, so that the client waits.
 * @returns a function that stops that
 */
export function startHeartbeats(response: ServerResponse, dialect: Dialect, framing: Framing): () => void {
  const beat = (): void => {
    if (response.destroyed || response.writableEnded) return;
    if (!response.headersSent)
      beginReply(response, 200, {
        'content-type': TYPE_OF[framing],
        'cache-control': 'no-cache',
      });
    response.write(bytesIn(framing, dialect.heartbeat(framing)));
  };
  let every: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    beat();
    every = setInterval(beat, HEARTBEAT_MS);
  }, QUIET_MS);
  return () => {
    clearTimeout(first);
    clearInterval(every);
  };
}
