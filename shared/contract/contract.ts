import { eventIterator, oc } from '@orpc/contract';
import type { ContractRouterClient } from '@orpc/contract';
import { z } from 'zod';
import { nanodollarsSchema } from '../cap.ts';
import { agentCalls } from './agent-calls.ts';
import { capCalls } from './cap-calls.ts';
import { commandLineCalls } from './command-line-calls.ts';
import { connectionCalls } from './connection-calls.ts';
import { dashboardCalls } from './dashboard-calls.ts';
import { auditVerdictSchema, auditPageSchema } from './audit-views.ts';
import { APPROVAL_ANSWERS, approvalViewSchema } from './approval-views.ts';
import { bodiesViewSchema } from './body-views.ts';
import { costMonthQuerySchema, costMonthViewSchema, costsQuerySchema, costsViewSchema } from './cost-views.ts';
import { httpOptionsSchema } from './http-views.ts';
import { keyCalls, revokedSchema } from './key-calls.ts';
import { keyCheckSchema } from './key-check-views.ts';
import { leakViewSchema } from './leak-view.ts';
import { agentIdSchema, approvalIdSchema, providerNameSchema } from '../ids.ts';
import { nanodollarsOf } from '../money.ts';
import { notYetStoredShape } from '../not-yet-stored.ts';
import { policySchema, policyScopeSchema } from '../policy.ts';
import { currentPriceSchema, priceBookSchema, priceUpdateSchema, repriceViewSchema } from './price-views.ts';
import { mcpCalls } from '../mcp/mcp-calls.ts';
import { keySourceCalls } from '../key-source/source-calls.ts';
import { keyFromSchema } from '../key-source/key-source-views.ts';
import { reconcileCalls } from '../reconcile/reconcile-calls.ts';
import { knownOfProviderSchema } from './provider-calls.ts';
import { settingsCalls } from './settings-calls.ts';
import {
  gatewayViewSchema,
  liveEventSchema,
  priceViewSchema,
  providerViewSchema,
  requestViewSchema,
  stateViewSchema,
} from './views.ts';
import { PROVIDER_KINDS } from '../providers/provider-records.ts';
import {
  lineViewSchema,
  periodsViewSchema,
  requestDetailSchema,
  requestLookupSchema,
  requestPageSchema,
  requestSearchSchema,
  requestSumQuerySchema,
  requestSumSchema,
  seriesQuerySchema,
  seriesViewSchema,
  USAGE_GROUPS,
  usageViewSchema,
} from './usage-views.ts';
import { VALUE_WORDS } from './value-words.ts';

const positiveMoneySchema = z.int().positive(VALUE_WORDS.amount).transform(nanodollarsOf);

/** A policy and what it is on. */
const policyEntrySchema = z.object({ scope: policyScopeSchema, policy: policySchema });
/** A policy that only takes away is a stop: it holds at once. */
const setPolicySchema = policyEntrySchema.extend(notYetStoredShape);

/**
 * The contract: every call and event that crosses a process border, named once. Servers and clients are
 * derived from this table, over a message port (desktop), a private socket (CLI) and HTTP (browser).
 */
export const gatewayContract = {
  status: oc.output(gatewayViewSchema),
  /** Everything small that changes, as it is now. */
  state: oc.output(stateViewSchema),
  /** The same in a line, for prompts and bars that ask every few seconds. */
  line: oc.output(lineViewSchema),
  /** A snapshot, then deltas, until the caller goes away. */
  live: oc.output(eventIterator(liveEventSchema)),
  providers: {
    list: oc.output(z.array(providerViewSchema)),
    /**
     * The provider is asked whether it takes the key, which then goes straight to the secret store; a server on this
     * machine may want none. `baseUrl` is as that provider's SDK takes it. @throws KEY_REFUSED when it does not take
     * it; then nothing is stored
     */
    add: oc
      .input(
        z.object({
          kind: z.enum(PROVIDER_KINDS),
          name: providerNameSchema.optional(),
          baseUrl: z.url({ protocol: /^https?$/, error: VALUE_WORDS.baseUrl }).optional(),
          /** For kind `http`, and only for it. */
          http: httpOptionsSchema.optional(),
          key: z
            .string()
            .trim()
            .min(1, 'The provider key is empty.')
            .max(4096, VALUE_WORDS.keyLength)
            .regex(
              // The file of a service account is JSON, which may have spaces.
              /^(?:[\x21-\x7e]*|\{[\x20-\x7e]*\})$/,
              'A provider key has no spaces and only plain characters. Was it shortened when it was copied?',
            )
            .optional(),
          /** Where a secret manager has the key: read now, and again before its lease ends. Not beside a key. */
          keyFrom: keyFromSchema.optional(),
          /** Moves the key that the reference leads to into the secret store, and forgets the reference. */
          importKey: z.boolean().default(false),
          /** Keeps the key without asking the provider about it. */
          unchecked: z.boolean().default(false),
          /** Allows an address without TLS outside of this machine and of networks of one's own. */
          plainHttp: z.boolean().default(false),
          /** The person's own knowledge; left out: what its kind is known to do. */
          stopsWhenLeft: z.enum(['yes', 'no']).optional(),
        }),
      )
      .output(providerViewSchema.extend({ check: keyCheckSchema })),
    /** Asks a provider about the key that is kept for it. Nothing changes. */
    check: oc.input(z.object({ name: providerNameSchema })).output(keyCheckSchema),
    /** Reads a key anew that a secret manager keeps. @throws INVALID_INPUT where none does, SECRETS_UNAVAILABLE */
    refresh: oc.input(z.object({ name: providerNameSchema })).output(providerViewSchema),
    /**
     * Puts another key into the place of the one before, after asking the provider about it: by reference, or moved
     * into the secret store. @throws KEY_REFUSED, SECRETS_UNAVAILABLE; then the key before is still there
     */
    setKey: oc
      .input(
        z.object({
          name: providerNameSchema,
          keyFrom: keyFromSchema,
          importKey: z.boolean().default(false),
          unchecked: z.boolean().default(false),
        }),
      )
      .output(providerViewSchema.extend({ check: keyCheckSchema })),
    /** Says what the person knows of it. */
    set: oc.input(knownOfProviderSchema).output(providerViewSchema),
    remove: oc.input(z.object({ name: providerNameSchema })).output(z.object({ name: providerNameSchema })),
  },
  /** Secret managers, beside the references to what they keep. */
  keySources: keySourceCalls,
  mcp: mcpCalls,
  agents: agentCalls,
  keys: keyCalls,
  everything: {
    pause: oc.output(z.object({ everythingPaused: z.boolean(), ...notYetStoredShape })),
    resume: oc.output(z.object({ everythingPaused: z.boolean() })),
    /**
     * The panic button: revokes every sub-key there is, cuts whatever runs, and logs out every browser but the one that
     * asks.
     */
    revoke: oc.output(revokedSchema),
  },
  /** Requests that wait for a person. */
  approvals: {
    list: oc.output(z.array(approvalViewSchema)),
    /**
     * `raiseBy` is for `raise-today`; left out: what the request proposes. @throws NOT_FOUND when it no longer waits
     */
    answer: oc
      .input(
        z.object({ id: approvalIdSchema, answer: z.enum(APPROVAL_ANSWERS), raiseBy: positiveMoneySchema.optional() }),
      )
      .output(z.object({ id: approvalIdSchema, answer: z.enum(APPROVAL_ANSWERS) })),
  },
  caps: capCalls,
  /** The limits at each level: a sub-key, an agent, a provider, everything. */
  policies: {
    list: oc.output(z.array(policyEntrySchema)),
    /** Replaces the whole policy of a scope. It works from the next request on. */
    set: oc.input(policyEntrySchema).output(setPolicySchema),
    /** The same for many scopes at once: all or none, in one commit. */
    setAll: oc.input(z.array(policyEntrySchema).min(1).max(10_000)).output(z.array(setPolicySchema)),
    /**
     * The tightest policy that lets an agent do what it has done since a moment, beside the one it has.
     * @throws NOT_FOUND, INVALID_INPUT for an agent that has done nothing
     */
    suggest: oc
      .input(z.object({ agentId: agentIdSchema, since: z.int() }))
      .output(policyEntrySchema.extend({ now: policySchema })),
  },
  /** The person's own prices, for models the price library does not know. */
  prices: {
    list: oc.output(z.array(priceViewSchema)),
    set: oc.input(priceViewSchema).output(priceViewSchema),
    remove: oc
      .input(priceViewSchema.pick({ model: true, provider: true }))
      .output(priceViewSchema.pick({ model: true, provider: true })),
    /**
     * Takes the dearest price of its family, else of its provider, for a model of unknown price, marked as assumed. It
     * ends when the model's own price is known.
     * @throws NOT_FOUND for a provider that is not there, CONFLICT when the price is known, INVALID_INPUT where no
     * price is known at all
     */
    allowUnknown: oc
      .input(z.object({ provider: providerNameSchema, model: priceViewSchema.shape.model }))
      .output(priceViewSchema.extend({ family: z.string().nullable() })),
    /** Which price a request for this model would use now, at one provider or at each. */
    show: oc
      .input(priceViewSchema.pick({ model: true }).extend({ provider: providerNameSchema.optional() }))
      .output(z.array(currentPriceSchema)),
    /** The published prices in use. */
    book: oc.output(priceBookSchema),
    /** Fetches newer published prices and uses them, if they can be believed. Nothing that is settled changes. */
    update: oc.output(priceUpdateSchema),
    /**
     * Turns the daily look at published prices on or off. It tells what changed, and changes nothing. @throws
     * INVALID_INPUT in a gateway that never looks
     */
    auto: oc.input(z.object({ on: z.boolean() })).output(priceBookSchema),
    /** Back to the published prices that came with this version. */
    reset: oc.output(priceBookSchema),
    /**
     * The cost of settled requests since a moment at today's prices; with `apply`, from now on it is theirs. Never done
     * unasked.
     */
    reprice: oc.input(z.object({ since: z.int(), apply: z.boolean() })).output(repriceViewSchema),
  },
  reconcile: reconcileCalls,
  connections: connectionCalls,
  settings: settingsCalls,
  /** The tamper-evident record of every change and refusal. */
  audit: {
    /** `head`: a last hash that was kept elsewhere, and must still be one of the chain's. */
    verify: oc.input(z.object({ head: z.hex().length(64).optional() }).default({})).output(auditVerdictSchema),
    /** Links behind number `after`, in order; fewer than `limit` means there are no more. */
    export: oc
      .input(z.object({ after: z.int().min(0).default(0), limit: z.int().min(1).max(10_000).default(1_000) }))
      .output(auditPageSchema),
    /** The newest links, or those before number `before`; newest first. */
    newest: oc
      .input(z.object({ before: z.int().min(1).optional(), limit: z.int().min(1).max(500).default(100) }))
      .output(auditPageSchema),
  },
  usage: {
    summary: oc.input(z.object({ by: z.enum(USAGE_GROUPS).default('agent') })).output(usageViewSchema),
    series: oc.input(seriesQuerySchema).output(seriesViewSchema),
    /** A table: requests, tokens and dollars by group, beside the period before. In days of the person's calendar. */
    costs: oc.input(costsQuerySchema.prefault({})).output(costsViewSchema),
    /** The days of a month, and what the running one may come to. */
    month: oc.input(costMonthQuerySchema.prefault({})).output(costMonthViewSchema),
    /** The running day, week and month of the person's calendar. */
    periods: oc.output(periodsViewSchema),
    /**
     * Settled and refused requests that match, newest first, page by page. Every page answers fast, however many rows
     * there are.
     */
    search: oc.input(requestSearchSchema).output(requestPageSchema),
    /** What those add up to, a part at a time. */
    sum: oc.input(requestSumQuerySchema).output(requestSumSchema),
    request: oc.input(requestLookupSchema).output(requestDetailSchema),
    /** Sets what a settled request cost, in every cap and chart, on record. @throws NOT_FOUND */
    correct: oc
      .input(
        requestLookupSchema.extend({ cost: nanodollarsSchema.refine((cost) => cost >= 0, 'A cost is 0 or more.') }),
      )
      .output(requestViewSchema),
    /**
     * Its bodies; null when they were not kept. @throws SECRETS_UNAVAILABLE when they cannot be decrypted, with
     * the reason
     */
    bodies: oc.input(requestLookupSchema).output(bodiesViewSchema.nullable()),
    recent: oc.input(z.object({ limit: z.int().min(1).max(500).default(50) })).output(z.array(requestViewSchema)),
  },
};

/**
 * The whole service of a host: its gateway, who sees it in a browser, and a simulated one that a newcomer can start and
 * stop.
 */
export const contract = {
  gateway: gatewayContract,
  dashboard: dashboardCalls,
  commandLine: commandLineCalls,
  simulation: {
    status: oc.output(z.object({ running: z.boolean() })),
    /** Starts a second gateway on temporary data, with a simulated provider and agents. Idempotent. */
    start: oc.output(z.object({ running: z.boolean() })),
    /** Stops it and deletes its data. */
    stop: oc.output(z.object({ running: z.boolean() })),
    /** The simulated sub-key that has leaked; null before it does. */
    leak: oc.output(leakViewSchema.nullable()),
    gateway: gatewayContract,
  },
};

export type GatewayClient = ContractRouterClient<typeof gatewayContract>;
export type PurserClient = ContractRouterClient<typeof contract>;
