import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { createResponsesMeter } from './meter.ts';
import { readResponsesAsk } from './read-ask.ts';

function ask(threshold: number | undefined, more: JsonObject = {}, byteLength = 9_000): Ask {
  const management = [{ type: 'compaction', ...(threshold !== undefined && { compact_threshold: threshold }) }];
  const read = readResponsesAsk(
    callOf(
      { model: 'gpt-5', input: 'Hi', max_output_tokens: 1_000, context_management: management, ...more },
      byteLength,
    ),
  );
  if ('fault' in read) throw new Error(read.message);
  return read;
}

describe('a conversation that may be shortened within its response', () => {
  it('is read once more, and written anew at any length', () => {
    expect(ask(5_000).others).toEqual([
      { kind: 'compaction', model: 'gpt-5', input: 11_000, output: 128_000, cacheWrites: 'hour' },
    ]);
  });

  it('is not where it cannot become so long', () => {
    expect(ask(200_000)).not.toHaveProperty('others');
    expect(ask(200_000, { max_output_tokens: undefined }, 90_000).others).toHaveLength(1);
  });

  it('is again each time that so much has been added', () => {
    expect(ask(400).others).toHaveLength(2);
    expect(ask(undefined, { tools: [{ type: 'mcp', server_url: 'x' }], max_tool_calls: 3 }).others).toHaveLength(5);
  });

  it('is no longer, once its input is known to be shorter', () => {
    const counted = ask(60_000, {}, 90_000).withInput?.(20_000);
    expect(counted).toMatchObject({ inputBound: 20_000 });
    expect(counted).not.toHaveProperty('others');
  });

  it('is written in the time of its stream, and shows nothing of it', () => {
    const one = ask(5_000, { stream: true, model: 'gpt-4.1' });
    expect(one.hiddenOutput).toBe(true);
    expect(createResponsesMeter(one).othersSoFar?.(0)).toMatchObject([{ input: 11_000, output: 0 }]);
  });

  it('is none with an empty list', () => {
    expect(ask(5_000, { context_management: [] })).not.toHaveProperty('others');
    expect(ask(5_000, { context_management: null })).not.toHaveProperty('others');
  });
});
