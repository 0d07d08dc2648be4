import { describe, expect, it } from 'vitest';
import { callOf } from '../../call-of.ts';
import type { Ask, AskFault, JsonObject } from '../../dialect.ts';
import { compatibleChat } from './chat.ts';

const read = (more: JsonObject = {}): Ask | AskFault => {
  const body = { model: 'gemini-3-flash-preview', messages: [{ role: 'user', content: 'Hi' }], ...more };
  return compatibleChat.readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
};
function ask(more: JsonObject = {}): Ask {
  const result = read(more);
  if ('fault' in result) throw new Error(result.message);
  return result;
}

describe('a chat at the OpenAI-compatible address', () => {
  it('names its model in either way', () => {
    expect(ask({ model: 'models/gemini-2.5-flash' }).model).toBe('gemini-2.5-flash');
  });
  it('may say how it thinks, and go on from a cache', () => {
    expect(ask({ extra_body: { google: { thinking_config: { thinking_budget: 5 } } } }).inputBound).toBeLessThan(2_000);
    expect(ask({ google: { cached_content: 'cachedContents/x' } })).toMatchObject({
      inputBound: undefined,
      media: ['audio', 'image'],
    });
  });
  it.each([
    [{ web_search_options: {} }, 'unbounded'],
    [{ extra_body: { google: { tools: [] } } }, 'unbounded'],
    [{ extra_body: { other: {} } }, 'malformed'],
    [{ extra_body: 5 }, 'malformed'],
    [{ extra_body: { google: {} }, google: {} }, 'malformed'],
    [{ tools: [{ type: 'google_search' }] }, 'unbounded'],
  ])('%j is refused', (more, kind) => expect(read(more)).toMatchObject({ fault: kind }));

  it('pays for thoughts that stand in the total alone, as recorded by pydantic-ai', () => {
    const usage = { completion_tokens: 12, prompt_tokens: 35, total_tokens: 109 };
    expect(compatibleChat.readUsage({ model: 'models/gemini-2.5-pro', usage }, ask())).toMatchObject({
      input: 35,
      output: 74,
      model: 'gemini-2.5-pro',
    });
  });
  it('counts all that was read as sound where sound was sent: no kinds are told', () => {
    const sound = { role: 'user', content: [{ type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } }] };
    const usage = { completion_tokens: 12, prompt_tokens: 35, total_tokens: 47 };
    expect(compatibleChat.readUsage({ usage }, ask({ messages: [sound] }))).toMatchObject({
      parts: { inputAudio: 35 },
      suspect: 'untold-kinds',
    });
  });
});
