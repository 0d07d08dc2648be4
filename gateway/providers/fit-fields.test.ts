import { describe, expect, it } from 'vitest';
import { callOf } from '../dialects/call-of.ts';
import type { Ask, JsonObject } from '../dialects/dialect.ts';
import { chat } from '../dialects/openai-chat/chat.ts';
import { customOpenAi } from './kinds/own/custom-openai.ts';
import { deepseek } from './kinds/deepseek.ts';
import { fitFields, leastOutputLimit, ownLimitHolds, ownOutputLimit } from './fit-fields.ts';
import { mistral } from './kinds/mistral.ts';
import { openai } from './kinds/openai.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { qwen } from './kinds/qwen.ts';

interface Server {
  readonly spec: ProviderSpec;
  readonly baseUrl: string;
}

const at = (spec: ProviderSpec, baseUrl = ''): Server => ({ spec, baseUrl });
const [OPENAI, DEEPSEEK, QWEN] = [at(openai), at(deepseek), at(qwen)];
const SILICON_FLOW = at(customOpenAi, 'https://api.siliconflow.com/v1');
const ARK = at(customOpenAi, 'https://ark.cn-beijing.volces.com/api/v3');
const DASHSCOPE = at(customOpenAi, 'https://dashscope-us.aliyuncs.com/compatible-mode/v1');
const VLLM = at(customOpenAi, 'http://127.0.0.1:8000/v1');
const OFF = { thinking: { type: 'disabled' } };
const body = (more: JsonObject): JsonObject => ({ model: 'qwen-plus', messages: [], ...more });

function ask(more: JsonObject): Ask {
  const result = chat.readAsk(callOf(body(more), 100));
  if ('fault' in result) throw new Error(result.message);
  return result;
}

/** The fields set in a request whose output is limited to so many tokens. */
function set({ spec, baseUrl }: Server, more: JsonObject, limit: number): JsonObject {
  return fitFields(spec, chat.rewrite(body(more), ask(more), limit), body(more), baseUrl);
}

describe('a limit that Purser sets', () => {
  it.each<readonly [what: string, server: Server, more: JsonObject, set: JsonObject]>([
    ['by its own name', OPENAI, {}, { max_completion_tokens: 9 }],
    ['by the older name', DEEPSEEK, {}, { max_tokens: 9 }],
    ['by the name that the request has', DEEPSEEK, { max_completion_tokens: 50 }, { max_completion_tokens: 9 }],
    ['by both', OPENAI, { max_tokens: 6, max_completion_tokens: 5 }, { max_tokens: 9, max_completion_tokens: 9 }],
    ['where it limits thoughts as well', QWEN, {}, { max_completion_tokens: 9 }],
    ['beside the one that does not', QWEN, { max_tokens: 50 }, { max_completion_tokens: 9, max_tokens: 9 }],
    ['the same elsewhere', DASHSCOPE, { max_tokens: 50 }, { max_completion_tokens: 9, max_tokens: 9 }],
    ['in place of the other one', ARK, { max_tokens: 50 }, { max_completion_tokens: 9, max_tokens: null }],
    ['where every other server looks for it', VLLM, {}, { max_tokens: 9 }],
  ])('stands %s', (_what, server, more, expected) => expect(set(server, more, 9)).toEqual(expected));

  it('leaves room for thoughts that nothing limits', () => {
    expect(set(SILICON_FLOW, { max_tokens: 4_000 }, 70_000)).toEqual({ max_tokens: 70_000 - 65_536 });
    expect(leastOutputLimit(customOpenAi, ask({}), body({}), SILICON_FLOW.baseUrl)).toBe(65_537);
    expect(leastOutputLimit(qwen, ask({}), body({}))).toBe(1);
  });

  it('is none where none is needed, and what is reported unasked is not asked for', () => {
    const streamed = { stream: true };
    expect(fitFields(qwen, chat.rewrite(body(streamed), ask(streamed), undefined), body(streamed))).toEqual({
      stream_options: { include_usage: true },
    });
    expect(fitFields(mistral, chat.rewrite(body(streamed), ask(streamed), undefined), body(streamed))).toEqual({});
  });
});

describe('the limit of a request', () => {
  it.each<readonly [what: string, server: Server, more: JsonObject, most: number | undefined]>([
    ['is what it says', OPENAI, { max_tokens: 16 }, 16],
    ['is what it says, where thoughts are within it', DEEPSEEK, { max_tokens: 16 }, 16],
    ['is none where it has none', QWEN, {}, undefined],
    ['is none where thoughts come on top', QWEN, { max_tokens: 16 }, undefined],
    ['is none where they are asked for', QWEN, { max_tokens: 16, enable_thinking: true }, undefined],
    ['is what it says without thoughts', QWEN, { max_tokens: 16, enable_thinking: false }, 16],
    ['is what it says of a model that has none', QWEN, { model: 'qwen3-coder-plus', max_tokens: 16 }, 16],
    ['is the sum of two', QWEN, { max_tokens: 16, thinking_budget: 1_000, n: 2 }, 2 * (16 + 1_000 + 256)],
    ['is the one that holds for both', QWEN, { max_completion_tokens: 16 }, 16],
    ['is the larger where there are both', QWEN, { max_tokens: 20, max_completion_tokens: 16 }, 20],
    ['is no budget that is none', QWEN, { max_tokens: 16, thinking_budget: -1 }, undefined],
    ['has all thoughts on top', SILICON_FLOW, { max_tokens: 16, thinking_budget: 128 }, 16 + 65_536],
    ['is none that the server does not know', SILICON_FLOW, { max_completion_tokens: 16 }, undefined],
    ['is none at a vendor of that kind', ARK, { max_tokens: 16 }, undefined],
    ['is what it says with its thoughts off', ARK, { max_tokens: 16, ...OFF }, 16],
    ['is what it says at any other server', VLLM, { max_tokens: 16 }, 16],
    [
      'is what it says at a name that only ends alike',
      at(customOpenAi, 'https://notvolces.com'),
      { max_tokens: 16 },
      16,
    ],
    ['is what it says where the address is none', at(customOpenAi, 'nowhere'), { max_tokens: 16 }, 16],
    ['is what it says by the record of a vendor', at(openai, DASHSCOPE.baseUrl), { max_tokens: 16 }, 16],
  ])('%s', (_what, { spec, baseUrl }, more, most) => {
    const holds = most !== undefined && most === ask(more).outputLimit;
    expect(ownOutputLimit(spec, ask(more), body(more), baseUrl)).toBe(most);
    expect(ownLimitHolds(spec, ask(more), body(more), baseUrl)).toBe(holds);
  });

  it('of a legacy completion is what it says: nothing thinks there', () => {
    const legacy = { model: 'qwen-plus', prompt: 'x', max_tokens: 16 };
    expect(ownLimitHolds(customOpenAi, { ...ask({}), outputLimit: 16 }, legacy, SILICON_FLOW.baseUrl)).toBe(true);
  });
});
