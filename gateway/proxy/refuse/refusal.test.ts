import { afterEach, describe, expect, it, vi } from 'vitest';
import { PurserError } from '../../../shared/errors.ts';
import { DIALECTS } from '../../dialects/dialects.ts';
import type { Dialect, ErrorKind } from '../../dialects/dialect.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import type { Exchange } from '../../testing/open-exchange.ts';
import { endStream, faultName, mayPassLater, refusalOfFault, sendJson, sendRefusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';

const CHAT = DIALECTS['openai-chat'];
const CAP: Refusal = { kind: 'not-allowed', code: 'cap', message: 'The cap is used up.' };
/** A dialect with a client that believes only the end of a stream. */
const STUBBORN: Dialect = { ...CHAT, lastWord: (_headers, message) => `data: ${message}\n\n` };

let exchange: Exchange;
afterEach(() => exchange.stop());

const send = async (refusal: Refusal, dialect: Dialect = CHAT) => {
  exchange = await openExchange();
  sendRefusal(exchange.response, dialect, refusal);
  return exchange.reply;
};
async function openStream(type = 'text/event-stream'): Promise<void> {
  exchange = await openExchange();
  // One by one, as a stream is begun: who ends it asks for its type.
  exchange.response.setHeader('content-type', type);
  exchange.response.writeHead(200);
  exchange.response.write(': waiting\n\n');
}

describe('a refusal that is sent', () => {
  it('has its status, its sentence and its code, in the words of the dialect', async () => {
    const { status, headers, body } = await send(CAP);
    expect([status, headers['content-type'], headers.connection]).toEqual([403, 'application/json', 'close']);
    expect(JSON.parse(body)).toMatchObject({ error: { message: CAP.message, code: 'cap', type: 'permission_error' } });
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
  });

  it('has the length of its bytes, not of its letters', async () => {
    const { body, isBroken } = await send({ ...CAP, message: 'Für „heute“ ist Schluß.' });
    expect([JSON.parse(body).error.message, isBroken]).toEqual(['Für „heute“ ist Schluß.', false]);
  });

  it.each([
    ['not-allowed', 'false'],
    ['invalid-request', 'false'],
    ['purser-fault', 'false'],
    ['rate-limited', 'true'],
    ['provider-unreachable', 'true'],
  ] as const)('of the kind %s tells SDKs whether to try again: %s', async (kind, retry) => {
    expect((await send({ ...CAP, kind })).headers['x-should-retry']).toBe(retry);
  });

  it('says after how many seconds it may pass, where that is known', async () => {
    expect((await send({ ...CAP, retryAfterS: 17 })).headers['retry-after']).toBe('17');
    await exchange.stop();
    expect((await send(CAP)).headers['retry-after']).toBeUndefined();
  });

  it('ends a stream that kept its client waiting, as one in which no item has come', async () => {
    await openStream();
    const streamError = vi.fn(CHAT.streamError);
    sendRefusal(exchange.response, { ...CHAT, streamError }, CAP);
    const { status, body } = await exchange.reply;
    expect([status, body]).toEqual([200, `: waiting\n\n${CHAT.streamError('cap', CAP.message, 'events', false)}`]);
    expect(streamError.mock.calls).toEqual([['cap', CAP.message, 'events', false]]);
  });

  it('is a stream that failed for good for a client that would repeat a status, unless it may pass later', async () => {
    const last = await send(CAP, STUBBORN);
    expect([last.status, last.headers['content-type'], last.body]).toEqual([
      200,
      'text/event-stream',
      'data: The cap is used up.\n\n',
    ]);
    await exchange.stop();
    expect((await send({ ...CAP, kind: 'purser-fault' }, STUBBORN)).status).toBe(503);
  });
});

describe('the end of a stream', () => {
  it('is an error in the framing of what was begun, and says whether an item has come', async () => {
    const streamError = vi.fn(CHAT.streamError);
    for (const [type, framing, begun] of [
      ['text/event-stream; charset=utf-8', 'events', true],
      ['application/json', 'array', false],
    ] as const) {
      await openStream(type);
      endStream(exchange.response, { ...CHAT, streamError }, CAP, begun);
      expect((await exchange.reply).isBroken).toBe(false);
      expect(streamError.mock.lastCall).toEqual(['cap', CAP.message, framing, begun]);
      await exchange.stop();
    }
    exchange = await openExchange();
  });

  it('is the last word for a client that wants one, unless it may pass later', async () => {
    await openStream();
    endStream(exchange.response, STUBBORN, CAP, true);
    expect((await exchange.reply).body).toBe(': waiting\n\ndata: The cap is used up.\n\n');
    await exchange.stop();
    await openStream();
    endStream(exchange.response, STUBBORN, { ...CAP, kind: 'provider-unreachable' }, true);
    expect((await exchange.reply).body).toContain('"error"');
  });

  it('that has ended already gets no other one', async () => {
    await openStream();
    exchange.response.end('data: the end\n\n');
    const heard = vi.fn<(bytes: Buffer) => void>();
    exchange.response.tee(heard);
    endStream(exchange.response, CHAT, CAP, true);
    expect(heard).not.toHaveBeenCalled();
    expect((await exchange.reply).body).toBe(': waiting\n\ndata: the end\n\n');
  });
});

describe('JSON', () => {
  it('is not sent behind what was sent, nor to a client that has gone', async () => {
    await openStream();
    sendJson(exchange.response, 403, '{}', false);
    exchange.response.end();
    expect((await exchange.reply).body).toBe(': waiting\n\n');
    await exchange.stop();
    exchange = await openExchange();
    exchange.response.destroy();
    sendJson(exchange.response, 403, '{}', false);
    expect(exchange.response.headersSent).toBe(false);
  });
});

describe('a fault', () => {
  it('that was expected is told by its sentence; any other says nothing of itself', async () => {
    exchange = await openExchange();
    const full = new PurserError('LEDGER_UNAVAILABLE', 'The disk is full.');
    const bug = new TypeError('cannot read /home/me/secret');
    expect([refusalOfFault(full), faultName(full)]).toEqual([
      { kind: 'purser-fault', code: 'purser-fault', message: 'The disk is full.' },
      'LEDGER_UNAVAILABLE',
    ]);
    expect([refusalOfFault(bug).message, faultName(bug)]).toEqual([
      'Purser could not finish this request. See its log.',
      'unexpected',
    ]);
  });

  it('may pass later, like a rate and a provider that cannot be reached, and nothing else', async () => {
    exchange = await openExchange();
    const kinds: readonly ErrorKind[] = ['purser-fault', 'rate-limited', 'provider-unreachable'];
    expect(kinds.every((kind) => mayPassLater({ kind }))).toBe(true);
    const final: readonly ErrorKind[] = ['not-allowed', 'invalid-request', 'unknown-sub-key', 'not-found', 'too-large'];
    expect(final.some((kind) => mayPassLater({ kind }))).toBe(false);
  });
});
