// Long because it draws every field of a policy, and every way to write it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAP_WINDOWS } from '../../shared/cap.ts';
import { agentIdSchema, agentNameSchema, providerNameSchema, subKeyIdSchema } from '../../shared/ids.ts';
import { ON_CALL, sortToolCalls } from '../../shared/mcp/mcp-policy.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import {
  ENVIRONMENTS,
  ON_CAP,
  EVERYTHING,
  policySchema,
  scopeOf,
  sortModelCaps,
  WEEKDAYS,
} from '../../shared/policy.ts';
import type { Policy } from '../../shared/policy.ts';
import { anyName, RAW } from '../../gateway/testing/any-name.ts';
import { FIELDS } from './fields.ts';
import type { GatewayState } from './gateway-state.ts';
import { planChanges } from './plan.ts';
import { printPolicyFile } from './print-policy-file.ts';
import { readPolicyFile } from './read-policy-file.ts';

const count = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
const money = (min: number) =>
  fc
    .oneof(
      fc.integer({ min, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min, max: 50 }).map((dollars) => Math.max(min, dollars * 1e9)),
    )
    .map(nanodollarsOf);
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  fc.constantFrom(
    'null',
    '~',
    'true',
    '1',
    'unset',
    ' x ',
    '# no',
    'a: b',
    '- c',
    '<<',
    '__proto__',
    '*-mini',
    "it's",
    '"q"',
  ),
);
const glob = fc
  .string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...Array.from('abz019-_.:*?[]#&%@`\'"/()+=~<>;é界')) })
  .filter((name) => !/^\/.*\/$/.test(name));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const action = fc.constantFrom('off' as const, 'warn' as const, 'pause' as const);
const cap = fc
  .record(
    {
      window: fc.constantFrom(...CAP_WINDOWS),
      rolling: fc.boolean(),
      amount: money(1),
      hold: fc.constant('full' as const),
    },
    { requiredKeys: ['window', 'rolling', 'amount'] },
  )
  .map((one) => ({ ...one, rolling: one.rolling && one.window !== 'total' }));
const caps = fc.uniqueArray(cap, {
  minLength: 1,
  maxLength: 5,
  selector: ({ window, rolling }) => `${window}${rolling}`,
});
const callLimit = fc
  .record({
    window: fc.constantFrom(...CAP_WINDOWS),
    rolling: fc.boolean(),
    count: fc.integer({ min: 1, max: 999_999_999 }),
  })
  .map((one) => ({ ...one, rolling: one.rolling && one.window !== 'total' }));
const optional = { requiredKeys: [] };
const globs = fc.array(glob, { maxLength: 3 });
const allowDeny = fc.record({ allow: globs, deny: globs }, optional);

const toolGlob = glob.map((one) => one.trim()).filter((one) => one !== '');
const argumentSchema = fc.record(
  {
    type: fc.constantFrom('integer' as const, 'string' as const),
    enum: fc.array(fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.constant('10')), {
      minLength: 1,
      maxLength: 3,
    }),
    maximum: fc.integer(),
    properties: fc.record({ count: fc.record({ minimum: fc.integer() }) }),
    additionalProperties: fc.boolean(),
  },
  optional,
);
const mcp = fc.record(
  {
    servers: fc.array(
      text.filter((one) => one !== ''),
      { maxLength: 2 },
    ),
    tools: fc.record(
      { allow: fc.array(toolGlob, { maxLength: 2 }), deny: fc.array(toolGlob, { maxLength: 2 }) },
      optional,
    ),
    arguments: fc.array(
      fc.record(
        {
          tools: toolGlob,
          argument: fc.constantFrom('path', 'query.owner'),
          allow: fc.array(toolGlob, { maxLength: 2 }),
          deny: fc.array(toolGlob, { maxLength: 2 }),
          schema: argumentSchema,
        },
        { requiredKeys: ['tools', 'argument', 'deny'] },
      ),
      { maxLength: 2 },
    ),
    calls: fc
      .uniqueArray(
        fc.record({
          tools: toolGlob,
          calls: fc.uniqueArray(callLimit, {
            minLength: 1,
            maxLength: 3,
            selector: ({ window, rolling }) => `${window}${rolling}`,
          }),
        }),
        { maxLength: 2, selector: ({ tools }) => tools },
      )
      .map(sortToolCalls),
    onCall: fc.array(fc.record({ tools: toolGlob, act: fc.constantFrom(...ON_CALL) }), { maxLength: 2 }),
  },
  optional,
);

const policies: fc.Arbitrary<Policy> = fc.record(
  {
    caps,
    modelCaps: fc
      .uniqueArray(fc.record({ models: glob, caps }), { minLength: 1, maxLength: 3, selector: ({ models }) => models })
      .map(sortModelCaps),
    conversationCaps: caps,
    group: fc.constantFrom('night-shift', 'a', 'x2'),
    calls: fc.uniqueArray(callLimit, {
      minLength: 1,
      maxLength: 5,
      selector: ({ window, rolling }) => `${window}${rolling}`,
    }),
    onCap: fc.constantFrom(...ON_CAP),
    providers: fc.array(text, { maxLength: 3 }),
    models: allowDeny,
    hostedTools: allowDeny,
    mcp,
    endpoints: fc.array(text, { maxLength: 3 }),
    environment: fc.constantFrom(...ENVIRONMENTS),
    folder: fc
      .string({ maxLength: 20, unit: 'binary' })
      .filter((name) => !name.includes('\0'))
      .map((name) => `/${name}`),
    requestsPerMinute: count,
    tokensPerMinute: count,
    parallelRequests: count,
    maxCost: money(1),
    maxOutput: count,
    brake: fc.record({ velocity: action, loop: action }, optional),
    rotateDays: count,
    expiresAt: fc.oneof(
      fc.integer({ min: 0, max: 40_000 }).map((day) => day * 86_400_000),
      fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }),
      fc.date({ noInvalidDate: true }).map(Number),
    ),
    workingHours: fc.record({
      days: fc.oneof(
        fc.array(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 9 }),
        fc.subarray([...WEEKDAYS], { minLength: 1 }),
      ),
      from: time,
      to: time,
    }),
  },
  optional,
);
const names = fc
  .oneof(text, fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }))
  .filter((name) => agentNameSchema.safeParse(name).data === name);
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Cairo',
);

const AGENT = agentIdSchema.parse('agt_000000000001');
const KEY = subKeyIdSchema.parse('key_000000000001');
const ON_KEY = scopeOf('key', KEY);

/** The state of a gateway with one provider, one agent and one sub-key. */
function stateOf(timeZone: string, name: string, [everything, provider, agent, key]: readonly Policy[]): GatewayState {
  const at = { createdAt: 0 };
  return {
    timeZone,
    providers: [{ name: providerNameSchema.parse('openai') }],
    servers: [],
    agents: [
      {
        ...at,
        id: AGENT,
        name,
        paused: false,
        spentToday: nanodollarsOf(0),
        spentTotal: nanodollarsOf(0),
        requestsToday: 0,
        running: 0,
        lastRequestAt: null,
        keepBodies: null,
        caps: [],
        policy: {},
      },
    ],
    keys: [
      {
        ...at,
        id: KEY,
        agentId: AGENT,
        agent: name,
        hint: 'x3fQ',
        state: 'active',
        caps: [],
        policy: key ?? {},
        revokedAt: null,
        ended: null,
        name: null,
        spent: nanodollarsOf(0),
        requests: 0,
        lastUsedAt: null,
        lastRefusal: null,
        rotation: null,
        rotationDueAt: null,
        project: null,
      },
    ],
    policies: new Map([
      [EVERYTHING, everything ?? {}],
      [scopeOf('provider', 'openai'), provider ?? {}],
      [scopeOf('agent', AGENT), agent ?? {}],
      [ON_KEY, key ?? {}],
    ]),
  };
}

describe('a policy as a file', () => {
  it('is read back exactly as it was, to the nano-dollar, and applying it changes nothing', () => {
    fc.assert(
      fc.property(
        zones,
        names,
        fc.tuple(policies, policies, policies, policies, caps),
        (zone, name, [everything, provider, agent, key, keyCaps]) => {
          const all = [everything, provider, agent, { ...key, caps: keyCaps }];
          for (const policy of all) expect(policySchema.safeParse(policy).error).toBeUndefined();
          const state = stateOf(zone, name, all);
          const file = readPolicyFile(printPolicyFile(state), zone);
          expect(file.problems).toEqual([]);
          expect(file.entries.map(({ set }) => set)).toEqual(all);
          for (const exact of [false, true])
            expect(planChanges(file.entries, state, { exact })).toMatchObject({ steps: [], kept: [], problems: [] });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('brings a gateway to what another one had, exactly', () => {
    fc.assert(
      fc.property(policies, policies, caps, (was, is, keyCaps) => {
        const [before, now] = [was, is].map((policy) =>
          stateOf('Europe/Berlin', 'A', [policy, policy, policy, { ...policy, caps: keyCaps }]),
        );
        if (!before || !now) throw new Error('two states');
        const plan = planChanges(readPolicyFile(printPolicyFile(before), 'Europe/Berlin').entries, now, {
          exact: true,
        });
        const after: GatewayState = {
          ...now,
          policies: new Map([...now.policies, ...plan.steps.map(({ scope, policy }) => [scope, policy] as const)]),
        };
        expect(printPolicyFile(after)).toBe(printPolicyFile(before));
      }),
      { numRuns: 100 },
    );
  });

  it('shows every character that a name holds, and reads the same name back', () => {
    const hidden = anyName.filter((name) => agentNameSchema.safeParse(name).data === name);
    fc.assert(
      fc.property(hidden, caps, (name, keyCaps) => {
        const state = stateOf('UTC', name, [{}, {}, { endpoints: [name] }, { caps: keyCaps }]);
        const file = printPolicyFile(state);
        expect(file.replaceAll('\n', '')).not.toMatch(RAW);
        const read = readPolicyFile(file, 'UTC');
        expect(read.problems).toEqual([]);
        expect(planChanges(read.entries, state, { exact: true })).toMatchObject({ steps: [], problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('explains every field at its head', () => {
    const head = printPolicyFile(stateOf('Europe/Berlin', 'A', [])).split('\nversion:')[0];
    for (const { name } of FIELDS) expect(head).toContain(`${name}: `);
    expect(head).toContain('midnight in Europe/Berlin');
  });

  it('reads well', () => {
    const state = stateOf('Europe/Berlin', 'Claude Code', [
      { caps: [{ window: 'month', rolling: false, amount: nanodollarsOf(50e9) }] },
      { environment: 'prod' },
      {
        models: { allow: ['claude-*'], deny: ['*-opus-*'] },
        maxCost: nanodollarsOf(250_000_000),
        brake: { loop: 'pause' },
      },
      {
        caps: [
          { window: 'day', rolling: false, amount: nanodollarsOf(5e9), hold: 'full' },
          { window: 'hour', rolling: true, amount: nanodollarsOf(500_000_001) },
        ],
        rotateDays: 30,
        expiresAt: Date.parse('2026-12-30T23:00Z'),
        workingHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' },
      },
    ]);
    expect(
      printPolicyFile(state)
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .join('\n')
        .trim(),
    ).toBe(`version: 1

everything:
  caps: [50/month]

providers:
  openai:
    environment: prod

agents:
  Claude Code:
    models: {allow: [claude-*], deny: ["*-opus-*"]}
    maxCost: $0.25
    brake: {loop: pause}
    keys:
      # ends with x3fQ, active
      key_000000000001:
        caps: [5/day/full, 0.500000001/rolling-hour]
        rotate: 30d
        expires: 2026-12-31
        workingHours: mon-fri 09:00-18:00`);
  });
});
