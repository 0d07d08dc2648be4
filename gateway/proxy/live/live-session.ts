import type { WebSocket } from 'ws';
import { parseObject } from '../../dialects/json/read-json.ts';
import type { LiveProtocol, LiveTalk, News } from '../../dialects/live/live-protocol.ts';
import { mayPassLater } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import type { KeyHider } from '../relay/hide-key.ts';
import type { CutReason } from '../running/running-requests.ts';
import { refusalOfCut } from '../running/track-request.ts';
import { createClientSide } from '../websocket/client-side.ts';
import type { ClientSide } from '../websocket/client-side.ts';
import { endingOf, listen } from '../websocket/listen.ts';
import type { LiveWork } from './live-work.ts';
import type { LiveWorks } from './live-works.ts';

/** An open session: a client on one side, the provider on the other. */
export interface LiveSession {
  /** Aborted when the client went away (`reason` is `client-gone`) or the session was cut. */
  readonly stopped: AbortSignal;
  /** False when nothing may be sent to the provider any more. */
  isOpen(): boolean;
  /** Sends a frame to the provider. Resolves when it is out. */
  forward(frame: Buffer | string): Promise<void>;
  /** Tells the client; the session goes on. */
  refuse(refusal: Refusal): Promise<void>;
  /** Tells the client, and ends the session: at once, or when what runs is over. */
  end(refusal: Refusal, isAtOnce: boolean): Promise<void>;
  /** The same when it may go on with what runs: the provider is told to begin nothing more, else it ends at once. */
  endMuted(refusal: Refusal): Promise<void>;
  keepAlive(everyMs: number): () => void;
  cut(reason: CutReason): Promise<void>;
  drain(code: 1001 | 1008, reason: string): void;
  terminate(): void;
}

/** The time that a client gets to read the reason of its end, in milliseconds. */
const GRACE_MS = 50;
/** A client that lets frames wait longer than this, in milliseconds, is behind its provider. */
const STALLED_MS = 250;
const UNPAID: Refusal = {
  kind: 'not-allowed',
  code: 'bound',
  message: 'The provider began something that nobody had asked for, so Purser ended the session. Connect again.',
};
const OVERRUN: Refusal = {
  kind: 'not-allowed',
  code: 'bound',
  message: 'The provider made more than was asked for, so Purser ended the session. Connect again.',
};

/** The parts that a session connects. */
export interface LiveEnds {
  readonly client: WebSocket;
  readonly upstream: WebSocket;
  readonly protocol: LiveProtocol;
  readonly talk: LiveTalk;
  /** Removes the provider's key from the client's bytes. */
  readonly hider: Pick<KeyHider, 'whole'>;
  /** The session's money; it exists once the session does. */
  readonly works: () => LiveWorks;
  /** Called with every refusal. */
  readonly noted: (refusal: Refusal) => void;
}

/** @see LiveSession. Every ending closes the provider's side, and that settles everything. */
export function createLiveSession(ends: LiveEnds): LiveSession {
  const { client, upstream, protocol, talk, works, noted } = ends;
  const clientSide = createClientSide(client);
  const stop = new AbortController();
  let closing: { readonly code: number; readonly reason: string } | undefined;
  /** @returns false where the protocol has no frame for it: then the session ends with the sentence */
  const write = ({ kind, code, message }: Refusal): boolean => {
    const frame = protocol.errorFrame(kind, code, message);
    if (frame !== undefined) void clientSide.send(frame);
    return frame !== undefined;
  };
  const reasonOf = ({ kind, code, message }: Refusal): string =>
    protocol.errorFrame(kind, code, message) === undefined ? asReason(message) : code;
  const closeNow = async (): Promise<void> => {
    if (!stop.signal.aborted) stop.abort('cut');
    upstream.terminate();
    await clientSide.close(closing?.code ?? 1008, closing?.reason ?? '', GRACE_MS);
  };
  const closeIfIdle = (): void => void (closing && works().isIdle() && void closeNow());
  const session: LiveSession = {
    stopped: stop.signal,
    isOpen: () =>
      !closing && !stop.signal.aborted && upstream.readyState === upstream.OPEN && client.readyState === client.OPEN,
    forward: (frame) => new Promise((resolve) => upstream.send(frame, { binary: false }, () => resolve())),
    async refuse(refusal) {
      if (protocol.errorFrame(refusal.kind, refusal.code, refusal.message) === undefined)
        return session.end(refusal, true);
      noted(refusal);
      write(refusal);
    },
    async end(refusal, isAtOnce) {
      if (closing) return isAtOnce ? closeNow() : undefined;
      noted(refusal);
      closing = { code: mayPassLater(refusal) ? 1013 : 1008, reason: reasonOf(refusal) };
      write(refusal);
      if (isAtOnce) return closeNow();
      closeIfIdle();
    },
    async endMuted(refusal) {
      const mute = talk.mute();
      if (mute !== undefined && session.isOpen()) await session.forward(mute);
      await session.end(refusal, mute === undefined);
    },
    keepAlive(everyMs) {
      const every = setInterval(() => client.ping(), everyMs);
      return () => clearInterval(every);
    },
    async cut({ code, message }) {
      const refusal = refusalOfCut({ code, message });
      closing = { code: 1008, reason: reasonOf(refusal) };
      write(refusal);
      await closeNow();
    },
    drain(code, reason) {
      closing ??= { code, reason };
      closeIfIdle();
    },
    terminate() {
      client.terminate();
      upstream.terminate();
    },
  };
  listen(
    { ...ends, clientSide, stop },
    {
      pass: (frame, isBinary) => pass(ends, { clientSide, stop, session }, frame, isBinary).then(closeIfIdle),
      settle: () => works().settleAll(endingOf(stop.signal)),
    },
  );
  return session;
}

/** Most bytes of a reason. Source: RFC 6455, 5.5. */
const MOST_REASON = 123;

/** A sentence as the reason of a close: as much of it as there is room for. */
export function asReason(message: string): string {
  let reason = message;
  while (Buffer.byteLength(reason) > MOST_REASON) reason = reason.slice(0, -1);
  return reason;
}

interface Listening {
  readonly clientSide: ClientSide;
  readonly stop: AbortController;
  readonly session: LiveSession;
}

/** Passes on one frame of the provider; settles a work before its last frame. */
async function pass(ends: LiveEnds, listening: Listening, frame: Buffer, isBinary: boolean): Promise<void> {
  const { talk, works } = ends;
  const { clientSide, stop, session } = listening;
  if (stop.signal.aborted) return;
  const text = frame.toString('utf8');
  const payload = parseObject(text) ?? {};
  for (const news of talk.see(payload)) {
    const refusal = await apply(works(), news, String(payload['type']), text);
    if (refusal) return session.end(refusal, true);
  }
  // What may follow without another frame of the client is held at once, or the session ends.
  const short = session.isOpen() ? await works().arm() : undefined;
  if (short) await session.endMuted(short);
  const limiting = session.isOpen() && works().isArmed() ? talk.limitStanding(works().standingLimit()) : undefined;
  if (limiting !== undefined) await session.forward(limiting);
  if (stop.signal.aborted) return;
  const running = works().running();
  for (const each of running) each.lookAway();
  await works().written();
  const waited = await clientSide.send(frame, isBinary);
  for (const each of running) {
    each.lookAgain();
    if (waited > STALLED_MS) each.block();
  }
}

/** @returns the refusal with which the session must end */
async function apply(works: LiveWorks, news: News, type: string, text: string): Promise<Refusal | undefined> {
  if (news.kind === 'refused') {
    await works.drop(news.key);
    return undefined;
  }
  const { lane, id } = news;
  const work: LiveWork | undefined = news.kind === 'begins' ? works.begin(lane, news.key, id) : works.find(lane, id);
  if (!work) {
    // Pieces of what has never begun here cost nothing more.
    if (news.kind === 'goes-on') return undefined;
    works.book(lane, id);
    works.find(lane, id)?.see(type, text);
    return UNPAID;
  }
  if (work.see(type, text) === 'overran') return OVERRUN;
  if (news.kind !== 'ends') return undefined;
  await work.settle({ endedBy: undefined, broken: false, status: 200, finished: true });
  works.end(lane, id);
  return undefined;
}
