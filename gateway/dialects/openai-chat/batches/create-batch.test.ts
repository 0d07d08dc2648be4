import { describe, expect, it } from 'vitest';
import { callOf } from '../../call-of.ts';
import type { Ask, AskFault, AttachedLine, JsonObject } from '../../dialect.ts';
import { chat } from '../chat.ts';
import { createBatch } from './create-batch.ts';
import { readBatchLine } from './batch-line.ts';

const BATCH = { input_file_id: 'file-1', endpoint: '/v1/chat/completions', completion_window: '24h' };
const REQUEST = { model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }], max_tokens: 100 };

function lineOf(body: JsonObject, url = '/v1/chat/completions'): Ask | AskFault {
  const line = { custom_id: '1', method: 'POST', url, body };
  return readBatchLine.readAsk(callOf(line, Buffer.byteLength(JSON.stringify(line))));
}

function attached(body: JsonObject, url = '/v1/chat/completions'): AttachedLine {
  const ask = lineOf(body, url);
  if ('fault' in ask) throw new Error(ask.message);
  return { path: url, ask };
}

const read = (lines: readonly AttachedLine[] | undefined, more: JsonObject = {}) =>
  createBatch.readAsk({ ...callOf({ ...BATCH, ...more }, 100), ...(lines && { lines }) });

describe('a batch', () => {
  it('is the sum of its lines', () => {
    const lines = [
      attached(REQUEST),
      attached({ ...REQUEST, max_tokens: 50, n: 2 }),
      attached({ ...REQUEST, max_tokens: 1 }),
    ];
    expect(read(lines)).toMatchObject({
      model: 'gpt-4o',
      outputLimit: 100 + 100 + 1,
      inputBound: lines.reduce((sum, { ask }) => sum + (ask.inputBound ?? NaN), 0),
      windows: 3,
      fixedOutput: true,
      outlivesStream: true,
    });
  });

  it('without limits may write the longest answer of its model in each line', () => {
    expect(read([attached({ ...REQUEST, max_tokens: undefined }), attached(REQUEST)])).toMatchObject({
      outputLimit: 128_000 + 100,
    });
  });

  it('no client has that price by asking for its tier', () => {
    const ask = chat.readAsk(callOf({ ...REQUEST, service_tier: 'file batch' }, 100));
    expect(ask).toMatchObject({ tier: 'unknown' });
  });

  it('says nothing of its cost until it is over, and nothing is to be paid where nothing was made', () => {
    const ask = attached(REQUEST).ask;
    const usage = { input_tokens: 10, output_tokens: 5, total_tokens: 15 };
    for (const status of ['validating', 'in_progress', 'finalizing', 'cancelling'])
      expect(createBatch.readUsage({ status, usage }, ask)).toBeUndefined();
    expect(createBatch.readUsage({ status: 'cancelled', usage }, ask)).toMatchObject({ input: 10, output: 5 });
    expect(createBatch.readUsage({ status: 'expired', request_counts: { completed: 0, total: 9 } }, ask)).toMatchObject(
      {
        input: 0,
        output: 0,
      },
    );
    expect(createBatch.readUsage({ status: 'completed', request_counts: { completed: 9 } }, ask)).toBeUndefined();
  });

  it.each<readonly [what: string, fault: Ask | AskFault, word: RegExp]>([
    ['whose file cannot be read', read(undefined), /could not read the file/],
    ['without a line', read([]), /in each line/],
    ['of two models', read([attached(REQUEST), attached({ ...REQUEST, model: 'gpt-4.1' })]), /several models/],
    ['for another path', read([attached(REQUEST)], { endpoint: '/v1/responses' }), /"endpoint"/],
    ['of pictures', lineOf({ model: 'gpt-image-2', prompt: 'x' }, '/v1/images/generations'), /one by one/],
    [
      'with hosted tools',
      lineOf({ model: 'gpt-5', input: 'x', tools: [{ type: 'mcp' }] }, '/v1/responses'),
      /hosted tools/,
    ],
    ['in a dearer tier', lineOf({ ...REQUEST, service_tier: 'priority' }), /"service_tier"/],
    ['with sound', lineOf({ ...REQUEST, model: 'gpt-audio', audio: { voice: 'alloy' } }), /sound/],
    ['that no request could be', lineOf({ ...REQUEST, n: 0 }), /"n"/],
  ])('is refused %s', (_what, fault, word) => {
    expect(fault).toMatchObject({ message: expect.stringMatching(word) });
  });

  it('reads the file by its id, and no other path', () => {
    expect(createBatch.attachment?.pathOf({ input_file_id: 'file-abc_1' })).toBe('files/file-abc_1/content');
    for (const id of ['../models', 'a/b', '', 5, undefined])
      expect(createBatch.attachment?.pathOf({ input_file_id: id })).toBeUndefined();
  });
});
