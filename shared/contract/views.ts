// Long because it is one list of shapes.
import { z } from 'zod';
import { approvalViewSchema } from './approval-views.ts';
import { noticeFactSchema } from './notice-facts.ts';
import { httpOptionsSchema } from './http-views.ts';
import { refusalFactSchema } from '../refusals/refusal-facts.ts';
import { refusalViewSchema } from './refusal-views.ts';
import { wayOutViewSchema } from './way-out-view.ts';
import { VALUE_WORDS } from './value-words.ts';
import { CAP_WINDOWS, nanodollarsSchema } from '../cap.ts';
import { notYetStoredShape } from '../not-yet-stored.ts';
import { groupNameSchema, policySchema } from '../policy.ts';
import { keyFromViewSchema } from '../key-source/key-source-views.ts';
import { DEPLOYMENT_TYPES, deployedModelSchema } from '../providers/deployments.ts';
import { PROVIDER_KINDS } from '../providers/provider-records.ts';
import type { Nanodollars } from '../money.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../settings/settings.ts';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../ids.ts';

/** Milliseconds since the Unix epoch. */
const instantSchema = z.int();

/**
 * The behaviour of a provider when a client leaves its stream: it stops and bills no more, it goes on, nobody knows, or
 * nothing is billed.
 */
export const STOPS_ANSWERS = ['yes', 'no', 'unknown', 'free'] as const;

export const capViewSchema = z.object({
  window: z.enum(CAP_WINDOWS),
  /** The last hour, 24 hours, 7 or 30 days instead of the calendar's. */
  rolling: z.boolean(),
  /** Every request is held at the most that it can cost; left out: at what can be spent before it is stopped. */
  hold: z.literal('full').exactOptional(),
  /** The most that may be spent in the window, a raise included. */
  amount: nanodollarsSchema,
  /** How much of `amount` a person has added for today. */
  raisedBy: nanodollarsSchema,
  /** Settled in the running window. */
  spent: nanodollarsSchema,
  /** Held by requests under way. */
  reserved: nanodollarsSchema,
  /** When the window ends; null for `total` and for rolling ones, which never do at once. */
  resetsAt: instantSchema.nullable(),
});
export type CapView = z.infer<typeof capViewSchema>;

/** Caps on a part of what an owner spends, as they stand. */
const capPartsSchema = z.object({
  /** All models that a pattern matches, together. */
  models: z.array(z.object({ models: z.string(), caps: z.array(capViewSchema) })),
  /** Of the conversations that went on lately, the one that is nearest to its cap; null: none yet. */
  conversation: z
    .object({
      /** Null: requests of tools that name none. */
      session: z.string().nullable(),
      caps: z.array(capViewSchema),
    })
    .nullable(),
});
export type CapPartsView = z.infer<typeof capPartsSchema>;

/** Left out where the policy has no such caps, and by gateways of earlier builds. */
const partsShape = { parts: capPartsSchema.exactOptional() } as const;

/** A provider as the outside sees it. There is no field that could hold its key. */
export const providerViewSchema = z.object({
  name: providerNameSchema,
  kind: z.enum(PROVIDER_KINDS),
  /** Where requests go, in the form that provider's own SDK takes it. */
  baseUrl: z.string(),
  /** The base URL for a tool. */
  gatewayUrl: z.string(),
  /** Of an HTTP API that is no AI provider; null for those. */
  http: httpOptionsSchema.nullable(),
  /**
   * Whether it stops, and stops billing, when a stream is left: what is counted on, and what the person said (null:
   * nothing).
   */
  stopsWhenLeft: z.object({ answer: z.enum(STOPS_ANSWERS), said: z.enum(['yes', 'no']).nullable() }),
  /** Of a provider whose requests name deployments: the models behind them, and where they run. */
  deployments: z
    .object({
      models: z.array(z.object({ name: z.string(), ...deployedModelSchema.shape })),
      type: z.enum(DEPLOYMENT_TYPES).nullable(),
    })
    .exactOptional(),
  /** Where its key comes from; left out: the secret store. */
  keyFrom: keyFromViewSchema.exactOptional(),
  caps: z.array(capViewSchema),
  policy: policySchema,
  ...notYetStoredShape,
  createdAt: instantSchema,
});
export type ProviderView = z.infer<typeof providerViewSchema>;

export const agentViewSchema = z.object({
  id: agentIdSchema,
  name: z.string(),
  paused: z.boolean(),
  /** Settled spend of today in the person's time zone. */
  spentToday: nanodollarsSchema,
  spentTotal: nanodollarsSchema,
  requestsToday: z.int(),
  /** Requests under way. */
  running: z.int(),
  /** When its newest request began; null when there was none. After a start, to the quarter hour. */
  lastRequestAt: instantSchema.nullable(),
  /** For how many days its requests and replies are kept; null when they are not. */
  keepBodies: z.object({ days: z.int() }).nullable(),
  /** Its own caps and rules, beside those of its sub-keys. */
  caps: z.array(capViewSchema),
  ...partsShape,
  policy: policySchema,
  ...notYetStoredShape,
  createdAt: instantSchema,
});
export type AgentView = z.infer<typeof agentViewSchema>;

/** An agent that was: archived (it can come back), deleted, or part of another one by now. */
export const formerAgentViewSchema = z.object({
  id: agentIdSchema,
  name: z.string(),
  createdAt: instantSchema,
  archivedAt: instantSchema.nullable(),
  deletedAt: instantSchema.nullable(),
  mergedInto: agentIdSchema.nullable(),
  spentTotal: nanodollarsSchema,
});
export type FormerAgentView = z.infer<typeof formerAgentViewSchema>;

/**
 * Why a sub-key ended: its time was over; it was revoked, alone, with all of its agent, with the agent itself, or with
 * everything; its command ended (`purser run`); its tool was disconnected.
 */
export const END_CAUSES = [
  'expired',
  'revoked',
  'agent-revoked',
  'agent-deleted',
  'everything',
  'run-ended',
  'disconnected',
] as const;
export type EndCause = (typeof END_CAUSES)[number];

export const SUB_KEY_STATES = ['active', 'paused', 'revoked'] as const;
export type SubKeyState = (typeof SUB_KEY_STATES)[number];

/** A sub-key without its secret, which was shown once and is stored as a hash. */
export const subKeyViewSchema = z.object({
  id: subKeyIdSchema,
  agentId: agentIdSchema,
  agent: z.string(),
  /** The person's own name for it; null where it has none. */
  name: z.string().nullable(),
  /** The last four characters, to tell keys apart. */
  hint: z.string(),
  state: z.enum(SUB_KEY_STATES),
  caps: z.array(capViewSchema),
  ...partsShape,
  policy: policySchema,
  ...notYetStoredShape,
  createdAt: instantSchema,
  revokedAt: instantSchema.nullable(),
  /** When and why it ended; null while it works. */
  ended: z.object({ at: instantSchema, why: z.enum(END_CAUSES) }).nullable(),
  /** Settled over its whole life. */
  spent: nanodollarsSchema,
  requests: z.int(),
  /** When its newest settled request began; null when there was none. After a start, to the quarter hour. */
  lastUsedAt: instantSchema.nullable(),
  /** The newest request that was refused since this gateway started: when, the rule, and the sentence the tool got. */
  lastRefusal: z
    .object({
      at: instantSchema,
      rule: z.string(),
      message: z.string(),
      about: refusalFactSchema.exactOptional(),
      provider: z.string(),
      model: z.string().nullable(),
    })
    .nullable(),
  /** The secret that was last replaced: until when it works, and when it was last used since this gateway started. */
  rotation: z.object({ graceEndsAt: instantSchema, oldLastUsedAt: instantSchema.nullable() }).nullable(),
  /** When its secret should be replaced; null when nobody asked for that. */
  rotationDueAt: instantSchema.nullable(),
  /** Absolute path of the folder whose spending it is; null when it is for no project. */
  project: z.string().nullable(),
});
export type SubKeyView = z.infer<typeof subKeyViewSchema>;

/** How a request ended. */
export const OUTCOMES = ['served', 'cut', 'client-gone', 'provider-error', 'crashed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * How well the cost is known: `exact` from the provider's own usage; `estimated` at what can have been used, where the
 * provider did not say or no price is known for what it said; `assumed` at the upper bound, because Purser was killed
 * before the reply ended.
 */
export const CERTAINTIES = ['exact', 'estimated', 'assumed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/**
 * How the cost was found, in one word: `usage` the provider's own figure, `charged` what it says it charged, `request`
 * the request alone says it, `unused` nothing was sent or made, `left` what was seen of a stream that broke off and
 * what may have been under way, `bound` the most that it can have cost, `served-model` the price of a dearer model that
 * the provider says it served, `assumed-price` the dearest of the model's family, because nobody knew its own,
 * `unpriced` something was used that has no price, `suspect` figures that contradict
 * themselves, `impossible` figures above what the model can do, `crash` Purser was killed, `bill`
 * lowered to what the provider charged for its day, `corrected` a person has set
 * it.
 */
export const COST_BASES = [
  'usage',
  'charged',
  'request',
  'unused',
  'left',
  'bound',
  'served-model',
  'assumed-price',
  'unpriced',
  'suspect',
  'impossible',
  'crash',
  'bill',
  'corrected',
] as const;
export type CostBasis = (typeof COST_BASES)[number];

/** One settled request. */
export const requestViewSchema = z.object({
  id: requestIdSchema,
  agentId: agentIdSchema,
  agent: z.string(),
  subKeyId: subKeyIdSchema,
  provider: z.string(),
  model: z.string(),
  stream: z.boolean(),
  startedAt: instantSchema,
  settledAt: instantSchema,
  inputTokens: z.int(),
  cacheReadTokens: z.int(),
  cacheWriteTokens: z.int(),
  outputTokens: z.int(),
  /**
   * Shares of those tokens, and what is billed on top, by name (`reasoning`, `webSearches`); what was not used is left
   * out.
   */
  usageParts: z.record(z.string(), z.number()),
  /** The service tier, where the provider said one. */
  tier: z.string().nullable(),
  /** The operation, as the provider names it; empty where it was not kept yet. */
  endpoint: z.string(),
  /** The tool's own id of the conversation; null where it sends none. */
  session: z.string().nullable(),
  cost: nanodollarsSchema,
  certainty: z.enum(CERTAINTIES),
  /** How the cost was found; null where that was not kept yet. */
  basis: z.enum(COST_BASES).nullable(),
  outcome: z.enum(OUTCOMES),
  /** HTTP status the client saw; null when it saw none. */
  status: z.int().nullable(),
  /** Purser lowered the request's own output limit to what the cap could pay. */
  loweredOutput: z.boolean(),
  /**
   * The limit on the output, in tokens for each answer, that Purser set because a cap or a policy needed it; null when
   * it set none.
   */
  outputLimit: z.int().nullable(),
});
export type RequestView = z.infer<typeof requestViewSchema>;

/** From nothing to $100,000 per million tokens. */
const ownPriceSchema = nanodollarsSchema.pipe(
  z.custom<Nanodollars>(
    (amount) => Number(amount) >= 0 && Number(amount) <= 1e14,
    'A price is from 0 to 100000 dollars per million tokens.',
  ),
);

/** The person's own price of one model, in nano-dollars per million tokens. It beats the price library. */
export const priceViewSchema = z.object({
  model: z.string().trim().min(1, VALUE_WORDS.model).max(200, VALUE_WORDS.modelLength),
  /** The one provider it is for; null: every provider that has a model of that name. */
  provider: providerNameSchema.nullable().default(null),
  input: ownPriceSchema,
  output: ownPriceSchema,
  cacheRead: ownPriceSchema.nullable(),
  cacheWrite: ownPriceSchema.nullable(),
  /** Nobody knows the true one: it is the dearest of its provider. */
  assumed: z.boolean().default(false),
});
export type PriceView = z.infer<typeof priceViewSchema>;

export const gatewayViewSchema = z.object({
  version: z.string(),
  /** `http://127.0.0.1:PORT`, without a path. */
  url: z.string(),
  dataFolder: z.string(),
  pid: z.int(),
  secretStore: z.enum(['keychain', 'vault', 'memory']),
  timeZone: z.string(),
  /** Everything in this gateway is simulated: providers, agents, money. */
  simulated: z.boolean(),
  /** How it reaches providers; left out by gateways of earlier builds. */
  wayOut: wayOutViewSchema.exactOptional(),
});
export type GatewayView = z.infer<typeof gatewayViewSchema>;

/** Something the person should see: a cap that fills up, an agent that may be out of hand, a price that changed. */
export const noticeViewSchema = z.object({
  /** Grows; a client shows what it has not seen. */
  id: z.int(),
  at: instantSchema,
  kind: z.enum([
    'cap-warning',
    'brake-warning',
    'brake-paused',
    'approval-asked',
    'rotation',
    'bill-fault',
    'provider-question',
    'prices',
    'not-stored',
    'ledger-replaced',
    'record-broken',
    'port-changed',
    'mcp-tool-changed',
  ]),
  text: z.string(),
  /** What `text` says, as a code and values; left out by gateways of earlier builds, and where there is no code yet. */
  about: noticeFactSchema.exactOptional(),
  agentId: agentIdSchema.nullable(),
  /** The provider that it is about, or asks about. */
  provider: providerNameSchema.exactOptional(),
});
export type NoticeView = z.infer<typeof noticeViewSchema>;

/** Agents that share an allowance. */
export const groupViewSchema = z.object({
  name: groupNameSchema,
  /** Those in it, archived ones too. */
  agents: z.array(agentIdSchema),
  caps: z.array(capViewSchema),
  ...notYetStoredShape,
});
export type GroupView = z.infer<typeof groupViewSchema>;

/** Everything small that changes: sent whole, so a client never has to merge. */
export const stateViewSchema = z.object({
  gateway: gatewayViewSchema,
  everythingPaused: z.boolean(),
  /** When that was; null where it is not. Left out by gateways of earlier builds. */
  everythingPausedAt: instantSchema.nullable().exactOptional(),
  spentToday: nanodollarsSchema,
  /** Caps and rules on everything together; `notYetStored` is of its pause too. */
  everything: z.object({ caps: z.array(capViewSchema), policy: policySchema, ...notYetStoredShape }),
  providers: z.array(providerViewSchema),
  agents: z.array(agentViewSchema),
  /** By name. Left out by gateways of earlier builds. */
  groups: z.array(groupViewSchema).default([]),
  /** Their names stay in charts and lists. */
  formerAgents: z.array(formerAgentViewSchema),
  keys: z.array(subKeyViewSchema),
  /** Newest first, at most 20, since this gateway started. */
  notices: z.array(noticeViewSchema),
  settings: settingsSchema.default(DEFAULT_SETTINGS),
  /** Requests that wait for a person, oldest first. */
  approvals: z.array(approvalViewSchema),
});
export type StateView = z.infer<typeof stateViewSchema>;

/** One snapshot first, then deltas. */
export const liveEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('snapshot'),
    state: stateViewSchema,
    recent: z.array(requestViewSchema),
    /** The newest refused requests, newest first. */
    refused: z.array(refusalViewSchema).exactOptional(),
  }),
  z.object({ type: z.literal('state'), state: stateViewSchema }),
  z.object({ type: z.literal('request'), request: requestViewSchema }),
  /** A request was refused: a new row, or one more repeat of a known one. */
  z.object({ type: z.literal('refusal'), refusal: refusalViewSchema }),
  /** A person has set what a settled request cost: sums that it is in have to be read anew. */
  z.object({ type: z.literal('corrected'), request: requestViewSchema }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
