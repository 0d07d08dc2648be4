import fc from 'fast-check';

/**
 * What no screen may get raw, written out independently of the code under test: controls, bidi, zero width, separators.
 */
export const RAW =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for.
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;

const PIECES = [
  '\u001b[2J',
  '\u001b]0;PWNED\u0007',
  '\u001b]8;;https://evil.test\u001b\\',
  '\u001b[8m',
  '\u009b31m',
  '\u0000',
  '\b',
  '\r',
  '\n',
  '\t',
  '\u007f',
  '\u0085',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200f',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u2028',
  '\ufeff',
  '\u{e0041}',
  '\ud83d',
  '\ufe0f',
  '<b>',
  '&',
  '_',
  '"',
  '=1+1',
  '\\',
  '\\x1b',
  '…',
  ' (could cost $0.0001 - safe to allow)',
  'claude-haiku-4-5',
  'שלום',
  '日本',
  '👍🏽',
  'e\u0301',
];

/** A name as somebody would choose it who wants a screen to say something else. */
export const anyName = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
);
