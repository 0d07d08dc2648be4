import fc from 'fast-check';
import { countTokens as countOld } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from './estimate-tokens.ts';
import { createVisibleCount } from './visible-count.ts';

const plain = { disallowedSpecial: new Set<string>() };

/** The estimate for a stream that brought this text in these pieces. */
function visible(...pieces: readonly string[]): number {
  const count = createVisibleCount();
  for (const piece of pieces) count.see([piece]);
  return count.tokens();
}

const ENGLISH = 'Purser reserves the worst case of every request, and settles with what the provider reports. ';
const CODE = `export function addUp({ input, output }: Said): Whole {
  const left = total - input;

  if (left > 0) {
    return { input, output: left };
  }
}
`;
const CALL = { name: 'get_weather', arguments: JSON.stringify({ city: 'Paris', days: 3 }) };
const JSON_TEXT = JSON.stringify({ id: 'call_8fJ2', type: 'function', function: CALL });
const WRITTEN: readonly (readonly [what: string, text: string, most: number])[] = [
  ['English', ENGLISH, 2.9],
  ['code', CODE, 2.8],
  ['JSON', JSON_TEXT, 2.5],
  ['numbers', '3.14159, 2.71828, 1.41421; 2026-11-30T12:00:00Z, 192.168.0.1', 2.2],
  [
    'Chinese',
    '当一个请求到达时，网关首先检查它的密钥，然后估算它最多可能花费多少钱，并在转发给供应商之前预留这笔钱。',
    3,
  ],
  [
    'traditional Chinese',
    '當一個請求到達時，閘道首先檢查它的金鑰，然後估算它最多可能花費多少錢，並在轉發之前預留這筆錢。',
    3,
  ],
  [
    'Japanese',
    'リクエストが届くと、ゲートウェイはまず鍵を確認し、最大でいくらかかるかを見積もってから、その金額を確保します。',
    3,
  ],
  ['Korean', '요청이 도착하면 게이트웨이는 먼저 키를 확인하고 최대 비용을 추정한 다음 그 금액을 예약합니다.', 4],
  ['Russian', 'Когда приходит запрос, шлюз сначала проверяет ключ, затем оценивает, сколько он может стоить.', 4.5],
  ['German', 'Wenn eine Anfrage ankommt, prüft das Gateway den Schlüssel und schätzt, was sie kosten könnte.', 3.2],
  ['Greek', 'Όταν φτάνει ένα αίτημα, η πύλη ελέγχει πρώτα το κλειδί και μετά εκτιμά πόσο μπορεί να κοστίσει.', 5],
  ['Hindi', 'जब कोई अनुरोध आता है, तो गेटवे पहले कुंजी की जाँच करता है और फिर अधिकतम लागत का अनुमान लगाता है।', 5],
  ['emoji', '🎉🚀👍🏽 👩‍👩‍👧 🇩🇪 ✅❌ 🪙', 3],
];

describe('the most tokens that a text can have', () => {
  it.each(WRITTEN)('%s: never below the tokenizers, nor far above', (_what, text, most) => {
    const long = text.repeat(5);
    const counted = countTokens(long, plain);
    expect(estimateTokens(long)).toBeGreaterThanOrEqual(Math.max(counted, countOld(long, plain)));
    expect(estimateTokens(long)).toBeLessThanOrEqual(counted * most);
  });

  const letters = (first: number, count: number): fc.Arbitrary<string> =>
    fc.nat(count - 1).map((at) => String.fromCodePoint(first + at));
  const some = (unit: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(unit, { maxLength: 80 }).map((units) => units.join(''));
  const word = fc.array(letters(0x61, 26), { minLength: 1, maxLength: 9 }).map((units) => units.join(''));
  const KINDS: readonly (readonly [what: string, text: fc.Arbitrary<string>])[] = [
    ['letters', some(letters(0x61, 26))],
    ['words of random letters', fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))],
    ['all of ASCII', some(letters(0x20, 95))],
    ['digits', some(letters(0x30, 10))],
    ['digits with spaces', fc.array(letters(0x30, 10), { maxLength: 60 }).map((digits) => digits.join(' '))],
    ['white space', some(fc.constantFrom(' ', '\n', '\t', '\r\n', '\u00a0', '\u3000'))],
    ['base64', fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('base64'))],
    ['hexadecimal', fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('hex'))],
    ['bytes', fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('latin1'))],
    ['Han', some(letters(0x4e00, 0x51ff))],
    ['rare Han', some(letters(0x20000, 40_000))],
    ['kana', some(letters(0x3041, 180))],
    ['Hangul', some(letters(0xac00, 11_172))],
    ['Cyrillic', some(letters(0x400, 256))],
    ['Greek', some(letters(0x370, 144))],
    ['Hebrew and Arabic', some(letters(0x5d0, 240))],
    ['scripts of India', some(letters(0x900, 0x580))],
    ['symbols', some(letters(0x2010, 0xff0))],
    ['emoji', some(letters(0x1f300, 0x3ff))],
    ['whatever there is', fc.string({ unit: 'binary', maxLength: 80 })],
    ['graphemes', fc.string({ unit: 'grapheme', maxLength: 80 })],
  ];
  it.each(KINDS)('%s: never below the tokenizer', (_what, text) => {
    fc.assert(
      fc.property(text, (one) => {
        expect(visible(one)).toBeGreaterThanOrEqual(countTokens(one, plain));
      }),
      { numRuns: 300 },
    );
  });

  it('of all of these one after another, in pieces of any size', () => {
    const one = fc.oneof(...KINDS.map(([, text]) => text), ...WRITTEN.map(([, text]) => fc.constant(text)));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), fc.integer({ min: 1, max: 8 }), (texts, size) => {
        const whole = texts.join('');
        const count = Math.ceil(whole.length / size);
        const pieces = Array.from({ length: count }, (_, at) => whole.slice(at * size, (at + 1) * size));
        expect(visible(...pieces)).toBeGreaterThanOrEqual(countTokens(whole, plain));
        expect(visible(...pieces)).toBeGreaterThanOrEqual(pieces.length);
      }),
      { numRuns: 300 },
    );
  });

  it('is found in one pass, whatever the text', () => {
    const long = '\u3000'.repeat(2_000_000) + 'a'.repeat(2_000_000);
    const start = performance.now();
    estimateTokens(long);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
