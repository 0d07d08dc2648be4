import { describe, expect, it } from 'vitest';
import { createSseSplitter } from '../json/sse-splitter.ts';
import type { Ask, AskFault, JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { createInteraction } from './create-interaction.ts';
import { geminiInteractions } from './gemini-interactions.ts';

const WINDOW = 1_048_576;
const read = (more: JsonObject = {}): Ask | AskFault => {
  const body = { model: 'gemini-3-flash-preview', input: 'Hi', ...more };
  return createInteraction.readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
};
function ask(more: JsonObject = {}): Ask {
  const result = read(more);
  if ('fault' in result) throw new Error(result.message);
  return result;
}
const fault = (more: JsonObject): string => {
  const result = read(more);
  return 'fault' in result ? `${result.fault}: ${result.message}` : 'none';
};

describe('what a request for an interaction asks for', () => {
  it('is read from a plain one', () => {
    expect(ask()).toMatchObject({
      model: 'gemini-3-flash-preview',
      stream: false,
      outputLimit: 65_536,
      rounds: 1,
      hiddenOutput: true,
      cacheWrites: 'none',
      media: [],
    });
    expect(ask().inputBound).toBeLessThan(2_000);
    expect(ask({ model: 'models/gemini-2.5-flash', stream: true })).toMatchObject({
      model: 'gemini-2.5-flash',
      stream: true,
    });
    expect(ask({ generation_config: { max_output_tokens: 100 } }).outputLimit).toBe(100);
    expect(ask({ background: true }).outlivesStream).toBe(true);
    expect(ask({ service_tier: 'flex' }).tier).toBe('flex');
  });

  it('is as much as the model reads where it goes on from an earlier one, or reads what is elsewhere', () => {
    for (const more of [
      { previous_interaction_id: 'x' },
      { cached_content: 'cachedContents/x' },
      { input: [{ type: 'document', uri: 'https://x.example/a.pdf' }] },
      { input: [{ type: 'audio', data: 'AAAA', mime_type: 'audio/wav' }] },
      { input: [{ type: 'image', uri: 'https://youtu.be/x', mime_type: 'video/mp4' }] },
      { input: [{ type: 'later', uri: 'https://x.example' }] },
    ])
      expect(ask(more), JSON.stringify(more)).toMatchObject({ inputBound: WINDOW, media: ['audio', 'image'] });
  });

  it('has the bound of a picture for one, inline or at an address', () => {
    const picture = { type: 'image', mime_type: 'image/png' };
    for (const one of [
      { ...picture, data: 'A'.repeat(100_000) },
      { ...picture, uri: 'https://x.example/a.png' },
    ]) {
      const { inputBound = 0, media } = ask({ input: [one] });
      expect(inputBound).toBeLessThan(20_000);
      expect(media).toEqual(['image']);
    }
  });

  it('counts the arguments of an old call as text, whatever they are called', () => {
    const call = { type: 'function_call', arguments: { type: 'image', data: 'A'.repeat(100_000), uri: 'x' } };
    expect(ask({ input: [call] }).inputBound).toBeGreaterThan(100_000);
  });

  it('makes pictures where it is asked to', () => {
    expect(ask({ response_modalities: ['image'], generation_config: { max_output_tokens: 10 } })).toMatchObject({
      media: ['image'],
      outputLimit: 4_096,
      smallestOutputLimit: 4_096,
    });
    expect(ask({ response_format: { type: 'image' } }).media).toEqual(['image']);
    expect(ask({ response_format: [{ type: 'audio' }] }).media).toEqual(['audio']);
  });

  it('has the bounds of its tools', () => {
    const tools = (...types: readonly string[]): Ask => ask({ tools: types.map((type) => ({ type })) });
    expect(tools('google_search', 'google_maps')).toMatchObject({
      extrasPerOutput: { webSearches: 1 / 16, mapSearches: 1 / 16 },
    });
    expect(tools('code_execution').rounds).toBe(7);
    expect(tools('file_search').rounds).toBe(2);
    expect(tools('function', 'computer_use').rounds).toBe(1);
    // Nobody here knows the addresses in what it goes on from.
    expect(ask({ tools: [{ type: 'url_context' }], previous_interaction_id: 'x' }).rounds).toBe(21);
    expect(ask({ tools: [{ type: 'url_context' }], input: 'https://a.example' }).rounds).toBe(2);
  });

  it.each([
    [{ agent: 'deep-research-preview-04-2026', model: undefined }, 'unbounded: .*as long as it likes'],
    [{ tools: [{ type: 'mcp_server' }] }, 'unbounded: .*hand its tools over'],
    [{ tools: [{ type: 'retrieval' }] }, 'unbounded: .*retrieval'],
    [{ tools: [{ type: 'new_tool' }] }, 'unbounded: .*new_tool'],
    [{ environment: 'remote' }, 'unbounded: .*environment'],
    [{ response_modalities: ['video'] }, 'unbounded: .*film'],
    [{ model: undefined }, 'malformed: .*model'],
    [{ generation_config: { maxOutputTokens: 5 } }, 'malformed: .*snake case'],
    [{ generationConfig: {} }, 'malformed: .*snake case'],
    [{ generation_config: { max_output_tokens: 0 } }, 'malformed: .*whole number'],
    [{ stream: 'yes' }, 'malformed: .*true or false'],
  ])('%j is refused', (more, reason) => expect(fault(more)).toMatch(new RegExp(`^${reason}`)));

  it('gets a limit beside what it has set', () => {
    const body = { generation_config: { temperature: 1, max_output_tokens: 9_000 } };
    expect(createInteraction.rewrite(body, ask(), 500)).toEqual({
      generation_config: { temperature: 1, max_output_tokens: 500 },
    });
    expect(createInteraction.rewrite(body, ask(), undefined)).toEqual({});
  });
});

const usage = {
  total_input_tokens: 100,
  total_cached_tokens: 60,
  total_output_tokens: 40,
  total_thought_tokens: 10,
  total_tokens: 150,
  input_tokens_by_modality: [
    { modality: 'text', tokens: 70 },
    { modality: 'audio', tokens: 30 },
  ],
};

describe('the usage of an interaction', () => {
  it('is read from its own words', () => {
    const reply = { status: 'completed', model: 'gemini-3.8-flash', usage };
    expect(createInteraction.readUsage(reply, ask())).toMatchObject({
      input: 100,
      cacheRead: 60,
      output: 50,
      parts: { reasoning: 10, inputAudio: 30 },
      model: 'gemini-3.8-flash',
    });
    expect(createInteraction.readUsage({ status: 'in_progress', usage }, ask())).toBeUndefined();
    expect(createInteraction.readUsage({ status: 'completed' }, ask())).toBeUndefined();
  });

  it('has the searches of the bill, or of the calls where these are more', () => {
    const searching = ask({ tools: [{ type: 'google_search' }] });
    const counted = (type: string, count: number) => ({ usage: { ...usage, grounding_tool_count: [{ type, count }] } });
    const call = (...queries: readonly string[]) => ({ type: 'google_search_call', arguments: { queries } });
    const searches = (reply: JsonObject) => createInteraction.readUsage(reply, searching)?.parts?.webSearches;
    expect(searches(counted('google_search', 3))).toBe(3);
    expect(searches({ usage, steps: [call('a', 'b'), call('b', '')] })).toBe(2);
    expect(searches({ ...counted('google_search', 1), steps: [call('a', 'b')] })).toBe(2);
    expect(searches({ usage })).toBeUndefined();
  });
});

describe('a stream of an interaction', () => {
  const created = { event_type: 'interaction.created', interaction: { id: 'v1_x', status: 'in_progress' } };
  const started = { event_type: 'step.start', index: 0, step: { type: 'model_output' } };
  const delta = (text: string) => ({ event_type: 'step.delta', index: 0, delta: { type: 'text', text } });
  const completed = { event_type: 'interaction.completed', interaction: { id: 'v1_x', status: 'completed', usage } };
  const meterOf = (...events: readonly JsonObject[]) => {
    const meter = createInteraction.createMeter?.(ask({ stream: true }), 'events');
    if (!meter) throw new Error('it does not stream');
    const verdicts = events.map((event) => meter.see({ event: 'x', data: JSON.stringify(event) }));
    return { meter, verdicts };
  };

  it('is settled by its last event', () => {
    const { meter, verdicts } = meterOf(created, started, delta('It is'), completed);
    expect(verdicts).toEqual(['relay', 'relay', 'relay', 'last']);
    expect(meter.usage()).toMatchObject({ input: 100, output: 50 });
    expect([meter.outputBytes(), meter.outputEvents(), meter.responseId?.()]).toEqual([5, 1, 'v1_x']);
    expect(meter.truncation()).toBe('');
  });

  it('has no figure before that, but what was said by the way', () => {
    const running = { ...delta('It is'), metadata: { total_usage: { total_input_tokens: 90, total_tokens: 92 } } };
    const { meter } = meterOf(created, started, running);
    expect(meter.usage()).toBeUndefined();
    expect(meter.inputSoFar()).toMatchObject({ input: 90 });
  });

  it('has failed with an error', () => {
    const { meter } = meterOf(created, { event_type: 'error', error: { code: 'unavailable', message: 'x' } });
    expect([meter.failed(), meter.usage()]).toEqual([true, undefined]);
  });

  it('ends as one that has reached its limit', () => {
    const { meter } = meterOf(created, started, delta('It is'));
    const splitter = createSseSplitter(2 ** 20);
    const events = splitter.push(Buffer.from(meter.truncation())).flatMap(({ parsed }) => (parsed ? [parsed] : []));
    expect(events.map(({ event }) => event)).toEqual(['step.stop', 'interaction.completed', 'done']);
    expect(JSON.parse(events[1]?.data ?? '{}')).toMatchObject({
      event_type: 'interaction.completed',
      interaction: { id: 'v1_x', status: 'incomplete' },
    });
    expect(events[2]?.data).toBe('[DONE]');
  });

  it('in the background may make anything until its end', () => {
    const meter = createInteraction.createMeter?.(ask({ stream: true, background: true }), 'events');
    expect(meter?.outputBytes()).toBe(Infinity);
  });
});

it('refuses in the words of this API', () => {
  expect(JSON.parse(geminiInteractions.errorBody('not-allowed', 'cap', 'No money left.'))).toEqual({
    error: { code: 'permission_denied', message: 'No money left.', status: 403, reason: 'cap' },
  });
  expect(geminiInteractions.streamError('revoked', 'Revoked.', 'events')).toBe(
    'event: error\ndata: {"event_type":"error","error":{"code":"revoked","message":"Revoked."}}\n\n',
  );
});
