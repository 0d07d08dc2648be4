import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELDS } from './fields.ts';
import { readPolicyFile } from './read-policy-file.ts';

/** The file of which these lines are the limits of an agent, whose first line is line 4. */
const agent = (...lines: readonly string[]): string =>
  ['version: 1', 'agents:', '  A:', ...lines.map((line) => `    ${line}`)].join('\n');
const problemsOf = (text: string): readonly string[] =>
  readPolicyFile(text, 'Europe/Berlin').problems.map(
    ({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`,
  );
const limitsOf = (...lines: readonly string[]) => {
  const { entries, problems } = readPolicyFile(agent(...lines), 'Europe/Berlin');
  expect(problems).toEqual([]);
  return entries[0]?.set;
};

describe('a value of a policy file', () => {
  it.each([
    ['caps: 5/day', { caps: [{ window: 'day', rolling: false, amount: 5e9 }] }],
    ['caps: 5/day/full', { caps: [{ window: 'day', rolling: false, amount: 5e9, hold: 'full' }] }],
    ['caps: 3/rolling-day/full', { caps: [{ window: 'day', rolling: true, amount: 3e9, hold: 'full' }] }],
    ['maxCost: 0.1', { maxCost: 1e8 }],
    ['maxCost: $0.000000001', { maxCost: 1 }],
    ['models: { allow: claude-* }', { models: { allow: ['claude-*'] } }],
    ['models: {}', { models: {} }],
    ['providers: []', { providers: [] }],
    ['rotate: 30 days', { rotateDays: 30 }],
    ['expires: 2026-12-31', { expiresAt: Date.parse('2026-12-30T23:00Z') }],
    ['expires: 2026-12-31T18:00+01:00', { expiresAt: Date.parse('2026-12-31T17:00Z') }],
    ['expires: 2026-12-31 18:00:30 Z', { expiresAt: Date.parse('2026-12-31T18:00:30Z') }],
    [
      'workingHours: Mon-Fri 9:00 - 18:00',
      { workingHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' } },
    ],
    [
      'workingHours: fri-mon,wed 22:00-06:00',
      { workingHours: { days: ['fri', 'sat', 'sun', 'mon', 'wed'], from: '22:00', to: '06:00' } },
    ],
    [
      'workingHours: daily 00:00-23:59',
      { workingHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '23:59' } },
    ],
    ['folder: /home/me/my shop', { folder: '/home/me/my shop' }],
    ['brake: { velocity: pause }', { brake: { velocity: 'pause' } }],
    ['caps: unset', {}],
  ])('%s', (line, policy) => expect(limitsOf(line)).toEqual(policy));
});

const KEY = 'key_000000000001';

describe('a fault in a policy file', () => {
  it.each([
    ['nothing at all', '', /^1:1 : A policy file begins with `version: 1`/],
    ['a list', '- a', /^1:1 : A policy file begins/],
    ['no version', 'everything: {}', /^1:1 : .*add the line `version: 1`/],
    ['another version', '# hello\nversion: 2', /^2:10 version: This Purser reads files of `version: 1`/],
    ['an unknown section', 'version: 1\nagent: {}', /^2:1 agent: There is no section "agent". Did you mean "agents"\?/],
    ['a section that is none', 'version: 1\nagents: [a]', /^2:9 agents: A mapping from agent names/],
    ['a tab', 'version: 1\nagents:\n\tA: {}', /^3:1 : YAML is indented with spaces/],
    ['an open bracket', agent('caps: [5/day'), /^4:.* : Flow sequence/],
    ['a name twice', agent('caps: 5/day', 'caps: 6/day'), /^5:5 : This name is in the file twice/],
    ['two documents', 'version: 1\n---\nversion: 1', /^2:1 : One file holds one policy/],
    ['a bare star', agent('models: { deny: [*-mini] }'), /^4:22 : A value that begins with \* or ! needs quotes/],
    ['a tag', agent('models: { deny: [!gpt] }'), /^4:22 : A value that begins with \* or ! needs quotes/],
    [
      'an anchor used again',
      'version: 1\neverything: &a { maxOutput: 1 }\nproviders: { openai: *a }',
      /^3:22 : .*Aliases/,
    ],
    ['a name that is a list', 'version: 1\n? [a]\n: 1', /^2:3 : A name here is plain text/],
    [
      'an unknown field',
      agent('modles: {}'),
      /^4:5 agents\.A\.modles: There is no field "modles"\. Did you mean "models"\? The fields are caps,/,
    ],
    ['a field by its inner name', agent('rotateDays: 30'), /Did you mean "rotate"/],
    ['a folder that is not whole', agent('folder: ~/shop'), /"~\/shop" is not a folder\. It is a full path/],
    ['a field far from any', agent('colour: red'), /There is no field "colour"\. The fields are/],
    [
      'sub-keys of a provider',
      'version: 1\nproviders: { openai: { keys: {} } }',
      /^2:24 providers\.openai\.keys: There is no field "keys"/,
    ],
    ['no value', agent('caps:'), /^4:5 agents\.A\.caps: There is no value\. Give one, write "unset"/],
    ['null', agent('maxOutput: null'), /^4:5 .*There is no value/],
    [
      'an unknown window',
      agent('caps: [5/day, 5/dya]'),
      /^4:19 agents\.A\.caps\[1\]: "5\/dya" is not a cap\. .*Did you mean "day"\?/,
    ],
    ['a cap without window', agent('caps: [5]'), /^4:12 agents\.A\.caps\[0\]: "5" is not a cap\. Each cap is one item/],
    ['a rolling total', agent('caps: [5/rolling-total]'), /A total cannot be rolling: write 20\/total/],
    ['a cap of nothing', agent('caps: [0/day]'), /Its amount must be above \$0/],
    ['a cap in euros', agent('caps: [5€/day]'), /"5€" is not an amount of dollars/],
    ['a cap below a nano-dollar', agent('caps: [0.0000000001/day]'), /"0.0000000001" is not an amount/],
    ['caps as a mapping', agent('caps: { day: 5 }'), /^4:11 agents\.A\.caps: A list is expected here/],
    ['a list in a list', agent('caps: [[5/day]]'), /^4:12 agents\.A\.caps\[0\]: One value is expected/],
    [
      'two caps for a window',
      agent('caps: [5/day, 3/rolling-day, $6/day]'),
      /^4:34 agents\.A\.caps\[2\]: 5\/day and \$6\/day are for the same window/,
    ],
    [
      'two caps for a window, one held in full',
      agent('caps: [5/day, 6/day/full]'),
      /6\/day\/full are for the same window/,
    ],
    [
      'a cap that is held somehow',
      agent('caps: [5/day/ful]'),
      /is not a cap\. "ful" is not a way to hold .* Did you mean "full"\? A cap/,
    ],
    ['a rolling total held in full', agent('caps: [5/rolling-total/full]'), /A total cannot be rolling/],
    ['a cap with too much', agent('caps: [5/day/full/x]'), /Each cap is one item/],
    ['caps in one text', agent('caps: 5/day, 20/total'), /Each cap is one item: \[5\/day, 20\/total\]/],
    [
      'a model with spaces',
      agent('models: { allow: ["gpt-4, gpt-5"] }'),
      /^4:23 agents\.A\.models\.allow\[0\]: "gpt-4, gpt-5" matches no model: write one model per item/,
    ],
    ['a negated glob', agent('models: { allow: ["!gpt-*"] }'), /"!gpt-\*" matches no model: \* matches any/],
    ['a glob with braces', agent('models: { allow: ["{gpt|o3}-*"] }'), /matches no model: \* matches any/],
    ['an empty glob', agent('models: { allow: [""] }'), /A model is missing here/],
    [
      'a glob that is too long',
      agent(`models: { allow: [${'a'.repeat(201)}] }`),
      /at most 200 characters, this one has 201/,
    ],
    ['models as a list', agent('models: [gpt-*]'), /^4:13 agents\.A\.models: Models are allow and deny/],
    [
      'an unknown part of models',
      agent('models: { dney: [a] }'),
      /^4:15 agents\.A\.models\.dney: "dney" is not a part of models\. Did you mean "deny"/,
    ],
    [
      'an unknown part of the brake',
      agent('brake: { loops: warn }'),
      /"loops" is not a part of the brake\. Did you mean "loop"/,
    ],
    [
      'an unknown brake',
      agent('brake: { loop: stop }'),
      /^4:20 agents\.A\.brake\.loop: "stop" is none of the choices\. It is one of off, warn, pause/,
    ],
    [
      'an unknown environment',
      agent('environment: stagin'),
      /Did you mean "staging"\? It is one of dev, staging, prod/,
    ],
    [
      'a count of nothing',
      agent('requestsPerMinute: 0'),
      /^4:24 agents\.A\.requestsPerMinute: "0" is not valid\. It is a whole number of requests/,
    ],
    ['a broken count', agent('maxOutput: 1.5'), /"1.5" is not valid/],
    ['a negative amount', agent('maxCost: -1'), /"-1" is not an amount of money/],
    ['a day that is not there', agent('expires: 2026-02-30'), /^4:14 agents\.A\.expires: There is no day 2026-02-30/],
    [
      'an instant without zone',
      agent('expires: 2026-12-31T18:00'),
      /is not an expiry\. .*with its zone, such as 2026-12-31T18:00\+01:00/,
    ],
    ['an instant that is not there', agent('expires: 2026-02-30T18:00Z'), /is not an expiry/],
    [
      'an unknown weekday',
      agent('workingHours: mon-fry 09:00-18:00'),
      /"fry" is not a day of the week\. Did you mean "fri"/,
    ],
    ['an hour that is not there', agent('workingHours: mon-fri 09:00-24:00'), /"24:00" is not a time of day/],
    [
      'working hours without hours',
      agent('workingHours: mon-fri'),
      /^4:19 agents\.A\.workingHours: "mon-fri" are not working hours/,
    ],
    [
      'a provider name that is none',
      'version: 1\nproviders: { Open AI: {} }',
      /^2:14 providers\."Open AI": A provider name is/,
    ],
    ['an agent name that is none', 'version: 1\nagents: { " A ": {} }', /^2:11 agents\." A ": An agent name is/],
    [
      'a sub-key id that is none',
      agent('keys:', '  key_1: {}'),
      /^5:7 agents\.A\.keys\.key_1: "key_1" is not a sub-key id/,
    ],
    [
      'a sub-key twice',
      `${agent('keys:', `  ${KEY}: {}`)}\n  B: { keys: { ${KEY}: {} } }`,
      /^6:16 agents\.B\.keys\.key_000000000001: This sub-key is in the file twice, before this at agents\.A\.keys/,
    ],
    [
      'a sub-key without its last cap',
      agent('keys:', `  ${KEY}:`, '    caps: unset'),
      /^6:15 .*A sub-key needs at least one cap/,
    ],
    ['a sub-key with no caps', agent('keys:', `  ${KEY}: { caps: [] }`), /A sub-key needs at least one cap/],
  ])('%s', (_what, text, expected) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  it('comes with all the others, in the order of the file', () => {
    expect(
      problemsOf(agent('caps: [5/dya, 5]', 'colour: red', 'maxOutput: 0')).map((one) => one.split(' ')[0]),
    ).toEqual(['4:12', '4:19', '5:5', '6:16']);
  });
});

describe('the page about policies', () => {
  it('has every field, and each of its examples is read', async () => {
    const page = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'policy.md'), 'utf8');
    const examples = [...page.matchAll(/^\| `(\w+)` \| `(.*?)` \|/gm)].map(([, name, value]) => `${name}: ${value}`);
    expect(new Set(examples.map((line) => line.split(':')[0]))).toEqual(new Set(FIELDS.map(({ name }) => name)));
    expect(problemsOf(agent(...examples))).toEqual([]);
    expect(problemsOf(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '')).toEqual([]);
  });
});
