import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../dialect.ts';
import { findAlias } from './find-alias.ts';

const KELVIN = '\u212a';
const LONG_S = '\u017f';

describe('a field that a server may read as another one', () => {
  it.each<readonly [written: string, known: string]>([
    ['Model', 'model'],
    ['Max_Tokens', 'max_tokens'],
    ['MAX_COMPLETION_TOKENS', 'max_completion_tokens'],
    ['N', 'n'],
    [`max_to${KELVIN}ens`, 'max_tokens'],
    [`me${LONG_S}sages`, 'messages'],
    ['MaxOutputTokens', 'maxOutputTokens'],
    ['maxoutputtokens', 'maxOutputTokens'],
    ['Service_Tier', 'service_tier'],
    ['ENABLE_SEARCH', 'enable_search'],
  ])('is %s', (written, known) => {
    expect(findAlias({ model: 'm', [written]: 1 }, false)).toEqual({ written, known });
    expect(findAlias({ deep: [[{ one: { [written]: 1 } }]] }, true)).toEqual({ written, known });
    expect(findAlias({ deep: [[{ one: { [written]: 1 } }]] }, false)).toBeUndefined();
  });

  it.each<JsonObject>([
    { model: 'm', max_tokens: 5, temperature: 1, Temperature: 2, user: 'x', 'x-own': 1, '': 1 },
    { generationConfig: { maxOutputTokens: 1 }, generation_config: { max_output_tokens: 1 } },
    { tools: [{ type: 'function', function: { parameters: { properties: { Model: {}, URL: {}, N: {} } } } }] },
    { tools: [{ name: 'f', input_schema: { properties: { Type: {} } }, input_examples: [{ Type: 'x' }] }] },
    { messages: [{ role: 'assistant', content: [{ type: 'tool_use', input: { URL: 'x', Content: 'y' } }] }] },
    { contents: [{ parts: [{ functionCall: { args: { Type: 1 } } }] }] },
    { contents: [{ parts: [{ functionResponse: { response: { Model: 1 } } }] }] },
    { metadata: { Model: 'x' }, response_format: { json_schema: { schema: { properties: { Size: {} } } } } },
  ])('is none in %j', (body) => expect(findAlias(body, true)).toBeUndefined());

  it('is looked for in the input of a request, which is a list', () => {
    const body = { input: [{ role: 'user', Content: 'x' }] };
    expect(findAlias(body, true)).toEqual({ written: 'Content', known: 'content' });
  });

  it('is found in any spelling, and no other name is', () => {
    const flip = (name: string, at: readonly number[]): string =>
      name
        .split('')
        .map((letter, index) => (at.includes(index) ? letter.toUpperCase() : letter))
        .join('');
    const name = fc.constantFrom('max_tokens', 'model', 'prompt', 'best_of', 'tools', 'max_tool_calls', 'prediction');
    fc.assert(
      fc.property(name, fc.uniqueArray(fc.nat(13), { minLength: 1 }), (known, at) => {
        const written = flip(known, at);
        expect(findAlias({ [written]: 1 }, false)).toEqual(written === known ? undefined : { written, known });
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (body) => {
        const alias = findAlias(body, true);
        if (alias) expect(alias.written).not.toBe(alias.known);
      }),
    );
  });

  it('is looked for without recursion, and in one pass', () => {
    const deep: JsonObject = { messages: JSON.parse(`${'[{"content":'.repeat(100_000)}1${'}]'.repeat(100_000)}`) };
    const wide: JsonObject = { messages: Array.from({ length: 300_000 }, () => ({ role: 'user' })) };
    const start = performance.now();
    expect([findAlias(deep, true), findAlias(wide, true)]).toEqual([undefined, undefined]);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
