import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agentIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import { DIALECTS } from '../../dialects/dialects.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import type { Exchange } from '../../testing/open-exchange.ts';
import { createRunningRequests } from './running-requests.ts';
import type { CutReason, RunningRequests } from './running-requests.ts';
import { refusalOfCut, trackRequest } from './track-request.ts';
import type { TrackedRequest } from './track-request.ts';

const KEY: SubKeyRecord = {
  id: subKeyIdSchema.parse('key_aaaaaaaaaaaa'),
  agentId: agentIdSchema.parse('agt_aaaaaaaaaaaa'),
  hash: '0',
  hint: 'last',
  createdAt: 0,
  paused: false,
  revokedAt: null,
  rotatedAt: null,
  endReason: null,
  name: null,
  project: null,
};
const REVOKED: CutReason = { code: 'sub-key-revoked', message: 'This sub-key was revoked in Purser.' };
const SHUTTING_DOWN: CutReason = { code: 'shutting-down', message: 'Purser is shutting down.' };

let running: RunningRequests;
let exchange: Exchange;
beforeEach(() => {
  running = createRunningRequests(() => performance.now());
});
afterEach(() => exchange.stop());

async function track(reads = true, dialect: Dialect = DIALECTS['openai-chat']): Promise<TrackedRequest> {
  exchange = await openExchange({ reads });
  return trackRequest(running, KEY, exchange.response, dialect);
}
const cut = (reason: CutReason) => running.cut(({ subKeyId }) => subKeyId === KEY.id, reason);
const isIdle = async (): Promise<boolean> =>
  Promise.race([
    running.idle().then(() => true),
    new Promise<boolean>((resolve) => setImmediate(() => resolve(false))),
  ]);

describe('a request that is tracked', () => {
  it('runs until it is done, and was ended by nobody', async () => {
    const tracked = await track();
    expect([tracked.endedBy(), running.countOf(KEY.agentId), await isIdle()]).toEqual([undefined, 1, false]);
    exchange.response.end('all of it');
    await once(exchange.response, 'close');
    expect([tracked.stopped.aborted, tracked.endedBy(), running.countOf(KEY.agentId)]).toEqual([false, undefined, 1]);
    tracked.done();
    expect([running.countOf(KEY.agentId), await isIdle()]).toEqual([0, true]);
  });

  it('is stopped by a client that goes away, and only waits for its cost then', async () => {
    const tracked = await track();
    exchange.leave();
    await once(tracked.stopped, 'abort');
    expect([tracked.endedBy(), tracked.stopped.reason, tracked.givenUp.aborted]).toEqual([
      'client-gone',
      'client-gone',
      false,
    ]);
    expect([running.countOf(KEY.agentId), await isIdle()]).toEqual([0, false]);
    tracked.done();
    expect(await isIdle()).toBe(true);
  });

  it('whose client went away while its body was read is stopped from the beginning', async () => {
    exchange = await openExchange();
    exchange.leave();
    await once(exchange.response, 'close');
    const tracked = trackRequest(running, KEY, exchange.response, DIALECTS['openai-chat']);
    expect([tracked.endedBy(), running.countOf(KEY.agentId)]).toEqual(['client-gone', 0]);
    // There is nobody left to be told.
    expect(await cut(SHUTTING_DOWN)).toMatchObject({ cutRequests: 0 });
  });

  it('that Purser itself gives up was cut', async () => {
    const tracked = await track();
    tracked.abort();
    expect([tracked.endedBy(), running.countOf(KEY.agentId)]).toEqual(['cut', 0]);
  });
});

describe('a cut', () => {
  it('before anything was sent is a refusal, and resolves when that is out', async () => {
    const tracked = await track();
    expect(await cut(REVOKED)).toMatchObject({ cutRequests: 1 });
    expect(exchange.response.writableFinished).toBe(true);
    const { status, body } = await exchange.reply;
    expect([status, JSON.parse(body).error]).toMatchObject([403, { code: REVOKED.code, message: REVOKED.message }]);
    expect([tracked.endedBy(), tracked.givenUp.aborted]).toEqual(['cut', false]);
  });

  it('of a stream ends it with an error, and says whether an item has been sent', async () => {
    const streamError = vi.fn(DIALECTS['openai-chat'].streamError);
    const begins = [false, true];
    for (const begun of begins) {
      const tracked = await track(true, { ...DIALECTS['openai-chat'], streamError });
      exchange.response.writeHead(200, { 'content-type': 'text/event-stream' });
      exchange.response.write('data: one\n\n');
      if (begun) tracked.begin();
      await cut(REVOKED);
      expect((await exchange.reply).body).toMatch(/^data: one\n\ndata: .*was revoked in Purser.*\n\n$/);
      tracked.done();
      await exchange.stop();
    }
    expect(streamError.mock.calls.map((call) => call[3])).toEqual(begins);
    exchange = await openExchange();
  });

  it('of a shutdown says that it may be tried again, and gives up what would be waited for', async () => {
    const tracked = await track();
    await cut(SHUTTING_DOWN);
    expect((await exchange.reply).status).toBe(503);
    expect([tracked.givenUp.aborted, tracked.endedBy()]).toEqual([true, 'cut']);
    expect([refusalOfCut(SHUTTING_DOWN).kind, refusalOfCut(REVOKED).kind]).toEqual(['purser-fault', 'not-allowed']);
  });

  it('is final though the client does not read', async () => {
    await track(false);
    exchange.response.writeHead(200, { 'content-type': 'text/event-stream' });
    // More than any buffer on the way has room for.
    exchange.response.write('x'.repeat(64 * 2 ** 20));
    const { cutRequests } = await cut(REVOKED);
    expect([cutRequests, exchange.response.destroyed, exchange.response.writableFinished]).toEqual([1, true, false]);
  });

  it('that comes after the client has gone changes nothing', async () => {
    const tracked = await track();
    exchange.leave();
    await once(tracked.stopped, 'abort');
    await cut(SHUTTING_DOWN);
    expect([tracked.endedBy(), tracked.givenUp.aborted]).toEqual(['client-gone', true]);
  });
});
