import { z } from 'zod';
import { CAP_WINDOWS, nanodollarsSchema } from '../cap.ts';
import { WEEKDAYS } from '../policy.ts';
import { capFactSchema } from '../contract/notice-facts.ts';

/** The level of a policy that refused; `name` is the agent's, also where it is on one of its sub-keys. */
const whoseSchema = z.object({ kind: z.enum(['everything', 'provider', 'agent', 'key']), name: z.string() });
export type Whose = z.infer<typeof whoseSchema>;

/** What was not in a list of a policy. */
const kindSchema = z.enum(['provider', 'endpoint', 'model', 'tool', 'mcp-server', 'mcp-tool']);
export type ListedKind = z.infer<typeof kindSchema>;

/** What came of the question to a person, where the cap of a sub-key asks one. */
export const ASKED_IN_VAIN = ['deny', 'nobody', 'allow-once', 'raise-today'] as const;

const whyNotInFolderSchema = z.discriminatedUnion('seen', [
  z.object({ seen: z.literal('no-folder') }),
  z.object({ seen: z.literal('outside'), path: z.string() }),
  z.object({ seen: z.literal('no-process') }),
]);

const ofMoney = [
  z.object({
    code: z.literal('cap'),
    cap: capFactSchema,
    /** The least that this request could be held for. */
    needed: nanodollarsSchema,
    asked: z.enum(ASKED_IN_VAIN).exactOptional(),
  }),
  z.object({
    code: z.literal('calls'),
    owner: z.string().nullable(),
    window: z.enum(CAP_WINDOWS),
    rolling: z.boolean(),
    most: z.int(),
    resetsAt: z.int().nullable(),
  }),
  z.object({ code: z.literal('max-cost'), whose: whoseSchema, allowed: nanodollarsSchema, needed: nanodollarsSchema }),
  z.object({ code: z.literal('call-cost'), whose: whoseSchema, provider: z.string(), price: nanodollarsSchema }),
  z.object({ code: z.literal('max-output'), makes: z.int(), allowed: z.int() }),
  z.object({
    code: z.literal('unknown-price'),
    model: z.string(),
    /** As people call it. */
    provider: z.string(),
    /** As commands have it. */
    name: z.string(),
  }),
  z.object({ code: z.literal('unpriced'), what: z.string(), model: z.string(), provider: z.string() }),
  z.object({ code: z.literal('no-context-window'), model: z.string() }),
] as const;

const ofPolicy = [
  z.object({
    code: z.literal('not-among'),
    whose: whoseSchema,
    what: kindSchema,
    name: z.string(),
    allowed: z.array(z.string()),
  }),
  z.object({ code: z.literal('denied'), whose: whoseSchema, what: kindSchema, name: z.string(), by: z.string() }),
  z.object({ code: z.literal('expired'), whose: whoseSchema, at: z.int() }),
  z.object({
    code: z.literal('working-hours'),
    whose: whoseSchema,
    days: z.array(z.enum(WEEKDAYS)),
    from: z.string(),
    to: z.string(),
  }),
  z.object({
    code: z.literal('environment'),
    provider: z.string(),
    environment: z.string(),
    own: z.string().nullable(),
  }),
  z.object({ code: z.literal('folder'), whose: whoseSchema, folder: z.string(), why: whyNotInFolderSchema }),
  z.object({ code: z.literal('parallel-requests'), whose: whoseSchema, most: z.int() }),
  z.object({ code: z.literal('requests-per-minute'), whose: whoseSchema, most: z.int() }),
  z.object({ code: z.literal('tokens-per-minute'), whose: whoseSchema, most: z.int(), used: z.int() }),
] as const;

const ofStanding = [
  z.object({ code: z.literal('everything-paused') }),
  z.object({ code: z.literal('agent-archived'), agent: z.string() }),
  z.object({ code: z.literal('agent-paused'), agent: z.string() }),
  z.object({ code: z.literal('sub-key-paused'), agent: z.string() }),
  z.object({ code: z.literal('sub-key-revoked'), agent: z.string() }),
  z.object({ code: z.literal('sub-key-rotated') }),
  z.object({ code: z.literal('unknown-sub-key') }),
  z.object({ code: z.literal('not-own'), id: z.string() }),
  z.object({ code: z.literal('provider-removed'), provider: z.string() }),
  z.object({ code: z.literal('provider-without-key'), provider: z.string() }),
  z.object({ code: z.literal('not-metered'), method: z.string(), path: z.string(), provider: z.string() }),
  z.object({ code: z.literal('host-not-allowed'), port: z.int() }),
  z.object({ code: z.literal('browser-not-allowed') }),
  z.object({ code: z.literal('ledger-stuck') }),
  z.object({ code: z.literal('ledger-unread') }),
  z.object({ code: z.literal('stopped') }),
] as const;

/** What is wrong with an argument of a call: what it may be, or by which glob it may not. */
const wrongArgumentSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('missing'), allowed: z.array(z.string()).exactOptional() }),
  z.object({ is: z.literal('climbing') }),
  z.object({ is: z.literal('denied'), value: z.string(), by: z.string() }),
  z.object({ is: z.literal('not-among'), value: z.string(), allowed: z.array(z.string()) }),
  /** `at` is empty where all arguments together do not fit their schema; `words` are the validator's. */
  z.object({ is: z.literal('unfitting'), at: z.string(), words: z.string() }),
]);
export type WrongArgument = z.infer<typeof wrongArgumentSchema>;

/** `tool` is `server/tool`. */
const ofMcp = [
  z.object({ code: z.literal('mcp-server-unnamed'), whose: whoseSchema, server: z.string() }),
  z.object({
    code: z.literal('mcp-argument'),
    whose: whoseSchema,
    tool: z.string(),
    argument: z.string(),
    wrong: wrongArgumentSchema,
  }),
  z.object({ code: z.literal('mcp-tool-changed'), tool: z.string() }),
  z.object({ code: z.literal('mcp-server-removed'), server: z.string() }),
  z.object({ code: z.literal('mcp-server-unknown'), server: z.string(), there: z.array(z.string()) }),
  z.object({ code: z.literal('mcp-cancelled'), tool: z.string() }),
  z.object({ code: z.literal('mcp-asked'), tool: z.string(), answer: z.enum(['no', 'nobody', 'gone', 'too-many']) }),
  z.object({ code: z.literal('mcp-no-units'), tool: z.string() }),
] as const;

/**
 * Why Purser refused a request, as a code and values. The sentence beside it is English and goes to the tool, to the
 * record, and to readers that do not know the code.
 */
export const refusalFactSchema = z.discriminatedUnion('code', [...ofMoney, ...ofPolicy, ...ofStanding, ...ofMcp]);
export type RefusalFact = z.infer<typeof refusalFactSchema>;
