import { describe, expect, it, vi } from 'vitest';
import type { Ask, Operation } from '../../dialects/dialect.ts';
import { chatAsk, chatOperation } from '../../testing/open-money-path.ts';
import { readAsk, readRequest } from './read-request.ts';

const NOWHERE = { params: {}, query: new URLSearchParams() };
const BODY = '{"model":"gpt-4o","messages":[],"max_tokens":7}';

const read = (body: string | Buffer, operation: Operation = chatOperation()) =>
  readRequest(operation, Buffer.from(body), NOWHERE);
const refusalOf = async (body: string | Buffer, operation?: Operation) => {
  const result = await read(body, operation);
  return result.ok ? undefined : result.refusal;
};
/** An operation that reads this out of any body. */
const asking = (ask: Partial<Ask>): Operation => ({ ...chatOperation(), readAsk: () => ({ ...chatAsk(), ...ask }) });

describe('a body', () => {
  it('is kept as text, as its fields and as what it asks for', async () => {
    expect(await read(BODY)).toMatchObject({
      ok: true,
      text: BODY,
      call: { body: { max_tokens: 7 }, byteLength: BODY.length },
      ask: { model: 'gpt-4o', outputLimit: 7, stream: false },
    });
  });

  it('of very many tiny values is too large, before anything of it is parsed', async () => {
    const readAskOf = vi.fn(chatOperation().readAsk);
    const bomb = `{"model":"gpt-4o","messages":[${'[],'.repeat(200_000)}[]]}`;
    expect(await refusalOf(bomb, { ...chatOperation(), readAsk: readAskOf })).toMatchObject({
      kind: 'too-large',
      code: 'too-large',
      message: expect.stringContaining('too many parts') as string,
    });
    expect(readAskOf).not.toHaveBeenCalled();
  });

  it('of very many escaped letters is too large', async () => {
    const escapes = `{"model":"gpt-4o","messages":["${String.raw`\n`.repeat(4_000_001)}"]}`;
    expect((await refusalOf(escapes))?.code).toBe('too-large');
  });

  it('with a field twice below its outermost object is refused only where fields there limit its cost', async () => {
    const nested = '{"model":"gpt-4o","messages":[{"role":"user","role":"system"}]}';
    expect(await refusalOf(nested, { ...chatOperation(), nestedLimits: false })).toBeUndefined();
    expect(await refusalOf(nested, { ...chatOperation(), nestedLimits: true })).toMatchObject({
      kind: 'invalid-request',
      code: 'malformed',
      message: 'The field "role" is in the request body twice.',
    });
  });

  it('is judged for its escapes before it is judged for its fields', async () => {
    const both = String.raw`{"m\u006fdel":"gpt-4o","model":"gpt-4o","n":1,"n":2,"N":3}`;
    const twice = '{"model":"gpt-4o","n":1,"n":2,"N":3}';
    const other = '{"model":"gpt-4o","n":1,"N":3}';
    expect((await refusalOf(both))?.message).toContain('"model" is written with escapes');
    expect((await refusalOf(twice))?.message).toContain('"n" is in the request body twice');
    expect((await refusalOf(other))?.message).toBe('The field "N" may be read as "n". Write it that way.');
  });

  it('that is large lets others in between the steps of reading it', async () => {
    const large = JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'x'.repeat(600 * 1_024) }] });
    for (const [body, most] of [
      [BODY, 0],
      [large, Infinity],
    ] as const) {
      let turns = 0;
      let isReading = true;
      const others = (): void => {
        turns += 1;
        if (isReading) setImmediate(others);
      };
      const reading = read(body).finally(() => (isReading = false));
      setImmediate(others);
      await reading;
      expect(turns > 3).toBe(most > 0);
    }
  });
});

describe('what a body asks for', () => {
  const fault = (fault: 'unbounded' | 'malformed'): Operation => ({
    ...chatOperation(),
    readAsk: () => ({ fault, message: 'A sentence.' }),
  });
  const call = { ...NOWHERE, body: {}, byteLength: 2 };

  it('is refused as not allowed where it has no bound, and as invalid where it cannot be read', () => {
    expect(readAsk(fault('unbounded'), call, '')).toEqual({
      ok: false,
      refusal: { kind: 'not-allowed', code: 'bound', message: 'A sentence.' },
    });
    expect(readAsk(fault('malformed'), call, '')).toEqual({
      ok: false,
      refusal: { kind: 'invalid-request', code: 'malformed', message: 'A sentence.' },
    });
  });

  it('is refused by any model whose name could be no model, wherever it stands', () => {
    const pass = { kind: 'advisor', input: 1, output: 1, cacheWrites: 'none' } as const;
    for (const ask of [
      { model: 'gpt 4o' },
      { otherModels: ['gpt-4o', 'gpt 4o'] },
      { others: [{ ...pass, model: 'gpt 4o' }] },
    ])
      expect(readAsk(asking(ask), call, '')).toMatchObject({
        ok: false,
        refusal: { kind: 'invalid-request', code: 'model-name' },
      });
    expect(readAsk(asking({ otherModels: ['gpt-4o'] }), call, undefined)).toMatchObject({ ok: true, text: undefined });
  });
});
