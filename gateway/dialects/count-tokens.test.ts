import fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { countTokens } from './count-tokens.ts';

const plain = (text: string): number => encode(text, { disallowedSpecial: new Set() }).length;

describe('counting tokens', () => {
  it('is never below the tokenizer, nor above the bytes, whatever the text', async () => {
    const word = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('<|endoftext|>', '\n\n', '  ', '名前', '😀', '{"a":'));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')), async (text) => {
        const counted = await countTokens(text, 'gpt-5-mini');
        expect(counted).toBeGreaterThanOrEqual(Math.min(plain(text), Buffer.byteLength(text)));
        expect(counted).toBeLessThanOrEqual(Buffer.byteLength(text));
      }),
      { numRuns: 200 },
    );
  });

  it('goes slice by slice without losing any of it', async () => {
    const text = 'one two three, four five six. '.repeat(20_000);
    const counted = (await countTokens(text, 'gpt-4o')) ?? 0;
    expect(counted).toBeGreaterThanOrEqual(plain(text));
    expect(counted).toBeLessThan(plain(text) * 1.06);
  });

  it('does not spend long on what has no spaces: its bytes are its bound', async () => {
    const text = `${'a'.repeat(1_000_000)} and a word`;
    const counted = (await countTokens(text, 'gpt-4o')) ?? 0;
    expect(counted - 1_000_000).toBeGreaterThan(0);
    expect(counted - 1_000_000).toBeLessThan(20);
  });

  it('knows only models of OpenAI', async () => {
    expect(await countTokens('hello', 'llama-3')).toBeUndefined();
    expect(await countTokens('hello', 'gpt-4-turbo')).toBeGreaterThan(0);
  });
});
