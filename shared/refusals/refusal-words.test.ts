import { describe, expect, it } from 'vitest';
import type { RefusalFact } from './refusal-facts.ts';
import { nanodollarsOf } from '../money.ts';
import { subject, subjectInside } from './parts.ts';
import { refusalWords, wordRefusal } from './refusal-words.ts';
import { plainWriting } from './writing.ts';

const words = (fact: RefusalFact, timeZone = 'UTC') => wordRefusal(refusalWords, fact, plainWriting(timeZone));
const usd = (dollars: number) => nanodollarsOf(Math.round(dollars * 1e9));

function say(
  window: 'day' | 'total',
  amount: number,
  spent: number,
  reserved = 0,
  timeZone = 'Europe/Berlin',
  resetsAt = '2026-11-21T23:00:00Z',
): string {
  const cap = {
    owner: 'Claude Code',
    window,
    rolling: false,
    amount: usd(amount),
    spent: usd(spent),
    reserved: usd(reserved),
    resetsAt: window === 'total' ? null : Date.parse(resetsAt),
  };
  return words({ code: 'cap', cap, needed: usd(0.5) }, timeZone);
}

describe('why a cap refused', () => {
  it.each([
    [say('day', 5, 5), 'Claude Code has used $5.00 of its $5.00 for today. Resets at 00:00.'],
    [say('day', 5, 6.25), 'Claude Code has used $6.25 of its $5.00 for today. Resets at 00:00.'],
    [
      say('day', 5, 4.75),
      'Claude Code has used $4.75 of its $5.00 for today; this request could cost $0.50. Resets at 00:00.',
    ],
    [
      say('day', 5, 1, 3.75),
      'Claude Code has used $1.00 of its $5.00 for today and holds $3.75 for running requests; this request could ' +
        'cost $0.50. Resets at 00:00.',
    ],
    [
      say('total', 20, 20),
      'Claude Code has used $20.00 of its $20.00 in total. Raise the cap with `purser policy`, or issue another ' +
        'sub-key.',
    ],
    [
      say('total', 0.004, 0),
      'Claude Code has used $0.00 of its $0.004 in total; this request could cost $0.50. Raise the cap with `purser ' +
        'policy`, or issue another sub-key.',
    ],
    // The next day begins at one where midnight does not exist.
    [
      say('day', 5, 5, 0, 'Africa/Cairo', '2026-04-23T22:00:00Z'),
      'Claude Code has used $5.00 of its $5.00 for today. Resets at 01:00.',
    ],
  ])('%#', (said, expected) => expect(said).toBe(expected));

  it.each([
    [say('day', 1, 0.5000001), 'has used $0.5000001 of its $1.00 for today; this request could cost $0.50.'],
    [say('day', 1, 0.501), 'has used $0.501 of its $1.00 for today; this request could cost $0.50.'],
    [
      say('day', 1, 0.3, 0.200_000_001),
      'used $0.30 of its $1.00 for today and holds $0.200000001 for running requests;',
    ],
    // Not all of it, though it would be rounded up to that.
    [say('day', 5, 4.999), 'has used $4.999 of its $5.00 for today; this request could cost $0.50.'],
    [say('day', 5, 4.999_999_999), 'has used $4.999999999 of its $5.00 for today;'],
    [say('day', 0.004, 0.0001), 'has used $0.0001 of its $0.004 for today;'],
  ])('shows as many digits as show why: %s', (said, expected) => expect(said).toContain(expected));

  it('says one request in the singular', () => {
    const sayCalls = (most: number): string =>
      words({ code: 'calls', owner: 'Aider', window: 'day', rolling: true, most, resetsAt: null });
    expect(sayCalls(1)).toBe('Aider has made its one request in the last 24 hours.');
    expect(sayCalls(2)).toBe('Aider has made all of its 2 requests in the last 24 hours.');
  });
});

describe('why a request is too dear', () => {
  it('shows as many digits as show why', () => {
    const whose = { kind: 'agent', name: 'Aider' } as const;
    const sayDear = (needed: number): string =>
      words({ code: 'max-cost', whose, allowed: usd(0.5), needed: usd(needed) });
    expect(sayDear(0.75)).toBe('Aider may spend $0.50 on one request; this one could cost $0.75.');
    expect(sayDear(0.500_01)).toBe('Aider may spend $0.50 on one request; this one could cost $0.50001.');
  });
});

it("begins with a small letter inside a sentence what is ours, and nobody's name", () => {
  const all = [
    { kind: 'key', name: 'a' },
    { kind: 'everything', name: 'everything' },
    { kind: 'agent', name: 'This' },
  ] as const;
  expect(all.map(subjectInside)).toEqual(['this sub-key of a', 'everything together', 'This']);
  expect(all.map(subject)).toEqual(['This sub-key of a', 'Everything together', 'This']);
});

const explainUnknownPrice = (model: string): string =>
  words({ code: 'unknown-price', model, provider: 'OpenAI', name: 'openai' });

describe('why an unknown model is refused', () => {
  it('tells how to allow it, and how to set a price, with no number that somebody could take for one', () => {
    expect(explainUnknownPrice('my-model:7b')).toBe(
      'Purser does not know the price of "my-model:7b" at OpenAI, so it cannot keep a cap on it. Allow it at the ' +
        'dearest price of its family: purser price allow "my-model:7b" --provider openai. Or set what it costs per ' +
        'million tokens: purser price set "my-model:7b" --input USD --output USD --provider openai',
    );
  });

  it.each(['x"; rm -rf ~; "', '$(reboot)', '`id`', 'a\nb', '!!', '--help', 'x\\', '\u001b[2J'])(
    'puts no model name into a command that a shell would read otherwise: %j',
    (model) => {
      const [, allow, set] = explainUnknownPrice(model).split(/family: |\. Or .*tokens: /);
      expect([allow, set]).toEqual([
        'purser price allow "MODEL" --provider openai',
        'purser price set "MODEL" --input USD --output USD --provider openai',
      ]);
      expect(explainUnknownPrice(model)).not.toMatch(/\p{Cc}/u);
    },
  );
});
