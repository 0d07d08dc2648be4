import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { createResponsesMeter } from './meter.ts';
import { readResponsesAsk } from './read-ask.ts';
import { readResponsesUsage } from './read-usage.ts';

const TOOL = { type: 'image_generation', quality: 'low', size: '1024x1024' };

function ask(more: JsonObject): Ask {
  const body = { model: 'gpt-5', input: 'A coin', tools: [TOOL], ...more };
  const read = readResponsesAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
  if ('fault' in read) throw new Error(read.message);
  return read;
}

const drawn = (index: number): string =>
  JSON.stringify({
    type: 'response.output_item.added',
    output_index: index,
    item: { type: 'image_generation_call', id: `ig_${index}`, status: 'in_progress' },
  });

describe('pictures that a response draws', () => {
  it('are one pass of their own model for each call', () => {
    const { others = [], otherModels } = ask({ max_tool_calls: 3 });
    expect(others).toHaveLength(3);
    expect(others[0]).toEqual({
      kind: 'picture',
      model: 'gpt-image-2.6-sunburst',
      // The prompt, and one picture more than there are: a mask.
      input: 32_000 + 20_000,
      output: 1_000 + 500 + 2_000,
      cacheWrites: 'none',
      media: ['image'],
    });
    // The second may be made from the first.
    expect(others.map(({ input }) => input)).toEqual([52_000, 72_000, 92_000]);
    expect(otherModels).toEqual(['gpt-image-2.6-sunburst']);
  });

  it('are as many as calls in every form, whose models a policy may forbid', () => {
    for (let form: Ask | undefined = ask({}); form; form = form.cheaper) {
      expect(form.others).toHaveLength((form.rounds ?? 1) - 1);
      expect(form.otherModels).toEqual(['gpt-image-2.6-sunburst']);
      expect(form.withInput?.(50).otherModels ?? form.otherModels).toEqual(form.otherModels);
    }
  });

  it.each<readonly [what: string, tool: JsonObject, output: number]>([
    ['of a model that is named', { model: 'gpt-image-1.5', quality: 'high' }, 1_500 + 8_000],
    [
      'as large as can be',
      { size: '3840x2160', quality: 'medium' },
      1_500 + Math.ceil((3840 * 2160 * 8_000) / 2 ** 20),
    ],
    ['of a quality that the model chooses', { quality: 'auto' }, 1_500 + 16_000],
    ['of a quality that nobody knows', { quality: 'best' }, 1_500 + 16_000],
    ['of the highest quality', { quality: 'max' }, 1_500 + 128_000],
    ['that move', { output_format: 'gif', frame_count: 4 }, 1_500 + 4 * 2_000],
    ['that move for as long as is usual', { output_format: 'gif' }, 1_500 + 9 * 2_000],
  ])('have the tokens of pictures %s', (_what, tool, output) => {
    expect(ask({ tools: [{ ...TOOL, ...tool }], max_tool_calls: 1 }).others?.[0]?.output).toBe(output);
  });

  it('may be made from every picture of the input, and from any of an earlier response', () => {
    const image = { type: 'input_image', image_url: 'https://example.com/a.png' };
    const of = (more: JsonObject) => ask({ max_tool_calls: 1, ...more }).others?.[0]?.input;
    expect(of({ input: [{ role: 'user', content: [image, image] }] })).toBe(32_000 + 3 * 20_000);
    expect(of({ previous_response_id: 'resp_1' })).toBe(32_000 + 17 * 20_000);
    const more = { previous_response_id: 'resp_1', max_tool_calls: 1 };
    const body = { model: 'gpt-5', input: 'x', tools: [TOOL], ...more };
    const known = readResponsesAsk({ ...callOf(body, 100), historyOf: () => 500 });
    expect('fault' in known ? 0 : known.others?.[0]?.input).toBe(32_000 + 17 * 20_000);
  });

  it('are no more than a request without a limit has, whatever limit it names', () => {
    expect(ask({ max_tool_calls: Number.MAX_SAFE_INTEGER }).others).toHaveLength(128);
  });

  it('are drawn by one tool', () => {
    const body = { model: 'gpt-5', input: 'x', tools: [TOOL, { ...TOOL, model: 'gpt-image-1.5' }] };
    expect(readResponsesAsk(callOf(body, 100))).toMatchObject({ fault: 'unbounded' });
  });

  it('are held while they are drawn: those that a stream has shown, and one more', () => {
    const meter = createResponsesMeter(ask({ max_tool_calls: 3, stream: true }));
    expect(meter.othersSoFar?.(1)).toHaveLength(1);
    expect(meter.othersSoFar?.(0)).toHaveLength(0);
    for (const place of [0, 1]) meter.see({ event: '', data: drawn(place) });
    expect(meter.othersSoFar?.(1)).toHaveLength(3);
    // A provider that draws more than it may is not believed to have stopped.
    for (const place of [2, 3, 4]) meter.see({ event: '', data: drawn(place) });
    expect(meter.othersSoFar?.(1)).toHaveLength(5);
  });
});

describe('pictures that were drawn', () => {
  const usage = { input_tokens: 10, output_tokens: 5, total_tokens: 15 };
  const picture = { type: 'image_generation_call', id: 'ig_1', status: 'completed', quality: 'low', size: '1024x1024' };
  const read = (reply: JsonObject) => readResponsesUsage({ usage, ...reply }, ask({}));

  it('are none where the provider counts none, and where none are in the output', () => {
    const none = { image_gen: { input_tokens: 0, output_tokens: 0, total_tokens: 0 } };
    expect(read({ tool_usage: none, output: [] })?.others).toBeUndefined();
    expect(read({ output: [{ ...picture, status: 'failed' }] })?.others).toBeUndefined();
  });

  it('count as the most that they can have where nothing is said of them', () => {
    expect(read({ output: [picture, picture] })).toMatchObject({
      suspect: 'uncounted-pictures',
      others: [{ model: 'gpt-image-2.6-sunburst', usage: { input: 40_000, output: 7_000 } }],
    });
  });

  it('count at the model that the reply names, else at the one that was asked for', () => {
    const image_gen = { input_tokens: 30, output_tokens: 272, total_tokens: 302 };
    const named = { tools: [{ type: 'image_generation', model: 'gpt-image-1.5' }], tool_usage: { image_gen } };
    expect(read(named)?.others?.[0]?.model).toBe('gpt-image-1.5');
    const asked = ask({ tools: [{ ...TOOL, model: 'gpt-image-2' }] });
    expect(readResponsesUsage({ usage, tool_usage: { image_gen } }, asked)?.others?.[0]?.model).toBe('gpt-image-2');
  });
});
