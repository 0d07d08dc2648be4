import fc from 'fast-check';
import { countTokens as countOld } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { countText } from './count-text.ts';
import { loadVocabulary, vocabularyOf } from './vocabularies.ts';

const settings = { disallowedSpecial: new Set<string>() };
const plain = (text: string): number => countTokens(text, settings);

/** The longest run of characters of one kind that a tokenizer gets. */
function longestPiece(text: string): number {
  let longest = 0;
  countText(text, (piece) => {
    const runs = piece.match(/[\p{L}\p{M}]+|[^\s\p{L}\p{N}]+|\s+/gu) ?? [];
    for (const run of runs) longest = Math.max(longest, run.length);
    return 0;
  });
  return longest;
}

describe('counting tokens', () => {
  it('is that of the tokenizer, whatever the text', () => {
    const word = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<|endoftext|>', '\n\n', '  ', '名前', '😀', '{"a":'),
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
        (text) => {
          expect(countText(text, plain)).toBe(Math.min(plain(text), Buffer.byteLength(text)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes what goes on for long for its bytes, and loses nothing around it', () => {
    const text = `one two ${'a'.repeat(100_000)} three ${'\u3000'.repeat(50_000)}four ${'!'.repeat(1_000)}`;
    const bytes = 100_000 + 150_000 + 1_000;
    expect(countText(text, plain)).toBeGreaterThanOrEqual(bytes + 6);
    expect(countText(text, plain)).toBeLessThan(bytes + 20);
  });

  it('is never below the tokenizer where it does', () => {
    const unit = fc.constantFrom('a', 'é', '名', '\u0301', ' ', '\u3000', '\n', '!', '/', '1', '😀', 'B');
    const run = fc.tuple(unit, fc.nat(600)).map(([one, times]) => one.repeat(times));
    fc.assert(
      fc.property(
        fc.array(run, { maxLength: 6 }).map((runs) => runs.join('')),
        (text) => {
          expect(countText(text, plain)).toBeGreaterThanOrEqual(plain(text));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('never gives a tokenizer what it needs quadratic time for', () => {
    const unit = fc.constantFrom('a', 'é', '名', '\u0301', ' ', '\u3000', '\n', '!', '/', '1', '😀', 'Ω');
    const some = fc.array(fc.tuple(fc.array(unit, { minLength: 1, maxLength: 3 }), fc.nat(2_000)), { maxLength: 4 });
    fc.assert(
      fc.property(some, (all) => {
        const text = all.map(([units, times]) => units.join('').repeat(times)).join('');
        expect(longestPiece(text)).toBeLessThanOrEqual(257);
      }),
      { numRuns: 200 },
    );
  });

  it('takes a time that grows with the text and no faster', () => {
    const took = (text: string): number => {
      const start = performance.now();
      countText(text, () => 0);
      return performance.now() - start;
    };
    // By a pattern that is tried at every place, each of these took a minute.
    expect(took(`${'x'.repeat(1_999)} `.repeat(3_800))).toBeLessThan(5_000);
    expect(took('\u3000'.repeat(4_000_000))).toBeLessThan(5_000);
  });

  it('knows the vocabularies of OpenAI only', async () => {
    for (const model of ['gpt-4-turbo', 'gpt-3.5-turbo', 'gpt-4']) expect(vocabularyOf(model)).toBe('cl100k_base');
    const newer = ['gpt-4o', 'gpt-4.1', 'gpt-6-astra', 'o3', 'chatgpt-4o-latest'];
    for (const model of newer) expect(vocabularyOf(model)).toBe('o200k_base');
    for (const model of ['llama-3', 'claude-opus-5', 'my-gpt-4']) expect(vocabularyOf(model)).toBeUndefined();
    const text = 'Grüße, 世界';
    expect((await loadVocabulary('cl100k_base'))(text)).toBe(countOld(text, settings));
    expect((await loadVocabulary('o200k_base'))(text)).toBe(plain(text));
  });
});
