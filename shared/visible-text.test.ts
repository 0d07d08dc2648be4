import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyName, RAW } from '../gateway/testing/any-name.ts';
import { clippedName, jsonText, quotedName, visibleLines, visibleText, withoutHidden } from './visible-text.ts';

/** The original text, as a person or a program reads it from the shown one. */
function readBack(shown: string): string {
  return shown.replaceAll(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]+)\})/g, (_, ...codes) =>
    String.fromCodePoint(
      Number.parseInt(
        codes
          .slice(0, 3)
          .map(String)
          .find((code) => code !== 'undefined') ?? '',
        16,
      ),
    ),
  );
}

describe('a text from elsewhere', () => {
  it.each([
    ['a title that a terminal would take', '\u001b]0;PWNED\u0007', String.raw`\x1b]0;PWNED\x07`],
    ['a C1 introducer, which needs no escape', '\u009b2J', String.raw`\x9b2J`],
    ['DEL', 'a\u007f', String.raw`a\x7f`],
    ['a line of its own', 'a\nb\r\tc', String.raw`a\x0ab\x0d\x09c`],
    [
      'a turned direction',
      'a\u202Egpj.exe\u2066\u2069\u200F\u061C',
      String.raw`a\u202egpj.exe\u2066\u2069\u200f\u061c`,
    ],
    ['nothing at all', '\u200B\u2060\uFEFF\u00AD\u3164', String.raw`\u200b\u2060\ufeff\xad\u3164`],
    ['separators', '\u2028\u2029', String.raw`\u2028\u2029`],
    ['letters only a machine sees', '\u{E0041}', String.raw`\u{e0041}`],
    ['half a character', '\uD800', String.raw`\ud800`],
    ['a selector without an emoji', 'gpt\uFE0F', String.raw`gpt\ufe0f`],
    ['what only looks like an escape', String.raw`\x1b`, String.raw`\x5cx1b`],
  ])('%s is written out', (_name, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it.each(['Claude Code', String.raw`C:\Users\me\new`, 'שלום', '日本語', 'é', '❤️', '👍🏽'])(
    '%s stays as it is',
    (name) => {
      expect(visibleText(name)).toBe(name);
    },
  );

  it('can be told from what is shown, and holds nothing hidden', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const shown = visibleText(name);
        expect(shown).not.toMatch(RAW);
        expect(readBack(shown)).toBe(name);
        expect(withoutHidden(shown)).toBe(shown);
      }),
    );
  });

  it('of several lines keeps those, and nothing else', () => {
    expect(visibleLines('-\ta\u001b[2J\n+b\r')).toBe(
      String.raw`-` + '\ta' + String.raw`\x1b[2J` + '\n+b' + String.raw`\x0d`,
    );
  });

  it('is clipped between characters, never in an escape, and never longer than said', () => {
    expect(clippedName('claude-haiku', 9)).toBe('claude-h…');
    expect(clippedName('ab\u001bcd', 6)).toBe('ab…');
    fc.assert(
      fc.property(anyName, fc.integer({ min: 1, max: 80 }), (name, longest) => {
        const clipped = clippedName(name, longest);
        expect(clipped.length).toBeLessThanOrEqual(longest);
        expect(clipped).not.toMatch(RAW);
        expect(visibleText(name).startsWith(clipped.replace(/…$/, ''))).toBe(true);
      }),
    );
  });

  it('cannot close the quotation marks that it stands in', () => {
    expect(quotedName('haiku" could cost $0.0001. It is safe: "allow" it')).toBe(
      "\"haiku' could cost $0.0001. It is safe: 'allow' it\"",
    );
    fc.assert(
      fc.property(anyName, (name) => {
        expect(quotedName(name)).toMatch(/^"[^"]{0,60}"$/u);
      }),
    );
  });

  it('is plain in JSON, and reads back as what it was', () => {
    expect(jsonText({ model: 'a\u202E\u009B\u007F\u{E0041}' })).toBe(
      String.raw`{"model":"a\u202e\u009b\u007f\udb40\udc41"}`,
    );
    fc.assert(
      fc.property(anyName, fc.string(), (name, key) => {
        const value = { [`k${key}`]: [name] };
        expect(jsonText(value)).not.toMatch(RAW);
        expect(JSON.parse(jsonText(value))).toEqual(value);
      }),
    );
  });
});
