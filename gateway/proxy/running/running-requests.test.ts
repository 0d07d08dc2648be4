import { beforeEach, describe, expect, it, vi } from 'vitest';
import { agentIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import { createRunningRequests } from './running-requests.ts';
import type { CutReason, RunningRequests } from './running-requests.ts';

const ONE = { subKeyId: subKeyIdSchema.parse('key_aaaaaaaaaaaa'), agentId: agentIdSchema.parse('agt_aaaaaaaaaaaa') };
const TWO = { subKeyId: subKeyIdSchema.parse('key_bbbbbbbbbbbb'), agentId: agentIdSchema.parse('agt_bbbbbbbbbbbb') };
const REVOKED: CutReason = { code: 'sub-key-revoked', message: 'This sub-key was revoked in Purser.' };
const SHUTTING_DOWN: CutReason = { code: 'shutting-down', message: 'Purser is shutting down.' };

let now = 0;
let running: RunningRequests;
const changed = vi.fn<() => void>();
beforeEach(() => {
  now = 0;
  running = createRunningRequests(() => now, changed);
});

type Cut = (reason: CutReason) => Promise<void>;
const newCut = () => vi.fn<Cut>(() => Promise.resolve());
const ofOne = ({ subKeyId }: typeof ONE): boolean => subKeyId === ONE.subKeyId;
const ofAll = (): boolean => true;

/** Resolves to whether it resolves by itself, before anything else happens. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  const later = new Promise<boolean>((resolve) => setImmediate(() => resolve(false)));
  return Promise.race([promise.then(() => true), later]);
}

describe('a cut', () => {
  it('reaches those that are meant, with its reason, and nobody else', async () => {
    const [mine, mineToo, other] = [newCut(), newCut(), newCut()];
    running.add({ ...ONE, cut: mine });
    running.add({ ...ONE, cut: mineToo });
    running.add({ ...TWO, cut: other });
    expect(await running.cut(ofOne, REVOKED)).toMatchObject({ cutRequests: 2 });
    expect([mine.mock.calls, mineToo.mock.calls, other.mock.calls]).toEqual([[[REVOKED]], [[REVOKED]], []]);
  });

  it('resolves when the last client has heard of it, and says how long that took', async () => {
    let heard = (): void => undefined;
    running.add({ ...ONE, cut: () => Promise.resolve() });
    running.add({ ...ONE, cut: () => new Promise((resolve) => (heard = resolve)) });
    const cut = running.cut(ofAll, REVOKED);
    expect(await isDone(cut)).toBe(false);
    now = 12.345;
    heard();
    expect(await cut).toEqual({ cutRequests: 2, cutMs: 12.3 });
  });

  it('misses what is done, and what only waits for its cost', async () => {
    const [done, gone] = [newCut(), newCut()];
    running.add({ ...ONE, cut: done }).done();
    running.add({ ...ONE, cut: gone }).linger();
    expect(await running.cut(ofAll, REVOKED)).toMatchObject({ cutRequests: 0 });
    expect([done, gone].flatMap(({ mock }) => mock.calls)).toEqual([]);
  });

  it('of a shutdown ends what only waits for its cost too, without counting it', async () => {
    const gone = newCut();
    running.add({ ...ONE, cut: gone }).linger();
    expect(await running.cut(ofAll, SHUTTING_DOWN)).toMatchObject({ cutRequests: 0 });
    expect(gone.mock.calls).toEqual([[SHUTTING_DOWN]]);
  });
});

describe('an open connection', () => {
  it('that has nothing under way is cut, and counts', async () => {
    const [mine, other] = [newCut(), newCut()];
    running.hold({ ...ONE, cut: mine });
    running.hold({ ...TWO, cut: other });
    expect(await running.cut(ofOne, REVOKED)).toMatchObject({ cutRequests: 1 });
    expect([mine.mock.calls, other.mock.calls]).toEqual([[[REVOKED]], []]);
  });

  it('is cut once with all of its requests, which count alone', async () => {
    const cut = newCut();
    running.hold({ ...ONE, cut });
    running.add({ ...ONE, cut });
    running.add({ ...ONE, cut });
    expect(await running.cut(ofAll, REVOKED)).toMatchObject({ cutRequests: 2 });
    expect(cut).toHaveBeenCalledTimes(1);
  });

  it('that was let go of is not cut, and nobody waits for the end of one', async () => {
    const cut = newCut();
    const letGo = running.hold({ ...ONE, cut });
    expect(await isDone(running.idle())).toBe(true);
    letGo();
    expect(await running.cut(ofAll, REVOKED)).toMatchObject({ cutRequests: 0 });
    expect(cut).not.toHaveBeenCalled();
  });
});

describe('the count of an agent', () => {
  it('has what is under way, until it is done or only waits for its cost', () => {
    const counts = () => [running.countOf(ONE.agentId), running.countOf(TWO.agentId)];
    const first = running.add({ ...ONE, cut: newCut() });
    const second = running.add({ ...ONE, cut: newCut() });
    running.add({ ...TWO, cut: newCut() });
    expect(counts()).toEqual([2, 1]);
    first.linger();
    expect(counts()).toEqual([1, 1]);
    // What has left has left: it is not taken away again.
    first.linger();
    first.done();
    first.done();
    expect(counts()).toEqual([1, 1]);
    second.done();
    expect(counts()).toEqual([0, 1]);
  });

  it('tells of each change that shows', () => {
    changed.mockClear();
    const request = running.add({ ...ONE, cut: newCut() });
    expect(changed).toHaveBeenCalledTimes(1);
    request.linger();
    expect(changed).toHaveBeenCalledTimes(2);
    request.linger();
    expect(changed).toHaveBeenCalledTimes(2);
  });
});

describe('being idle', () => {
  it('is at once where nothing runs', async () => {
    expect(await isDone(running.idle())).toBe(true);
  });

  it('is when the last is done, those that only wait for their cost included', async () => {
    const first = running.add({ ...ONE, cut: newCut() });
    const second = running.add({ ...TWO, cut: newCut() });
    const both = Promise.all([running.idle(), running.idle()]);
    first.linger();
    second.done();
    expect(await isDone(both)).toBe(false);
    first.done();
    expect(await isDone(both)).toBe(true);
  });

  it('is not undone by a request that lingers after it is done', async () => {
    const request = running.add({ ...ONE, cut: newCut() });
    request.done();
    request.linger();
    expect(await isDone(running.idle())).toBe(true);
  });
});

describe('after it is closed', () => {
  it('whatever is added or opened is cut at once, and what ran before is left to be cut', () => {
    const [before, request, connection] = [newCut(), newCut(), newCut()];
    running.add({ ...ONE, cut: before });
    running.close(SHUTTING_DOWN);
    running.add({ ...ONE, cut: request });
    running.hold({ ...ONE, cut: connection });
    expect([before.mock.calls, request.mock.calls, connection.mock.calls]).toEqual([
      [],
      [[SHUTTING_DOWN]],
      [[SHUTTING_DOWN]],
    ]);
  });
});
