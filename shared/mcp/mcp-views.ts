import { z } from 'zod';
import { nanodollarsSchema } from '../cap.ts';
import { capViewSchema } from '../contract/views.ts';
import { providerNameSchema } from '../ids.ts';
import { policySchema } from '../policy.ts';

const VARIABLE_FORM = 'A variable has letters, digits and underscores, such as GITHUB_TOKEN.';
const HEADER_FORM = 'A header has letters, digits and dashes, such as Authorization.';
const variableSchema = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, VARIABLE_FORM);
const headerSchema = z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, HEADER_FORM);
const argumentSchema = z.string().max(32_000, 'An argument of a command has at most 32,000 characters.');

/** The name of an MCP server: it stands where providers stand, in caps and in the ledger, and shares their names. */
export const mcpServerNameSchema = providerNameSchema.refine((name) => name !== 'purser' && name !== 'mcp', {
  message: '"purser" is Purser\'s own server, and "mcp" the one that has the tools of all. Choose another name.',
});

/** How a server is reached. What is secret stands in the secret store: here are only the names of it. */
export const mcpWaySchema = z.discriminatedUnion('kind', [
  /** A command of this machine that speaks over its input and output. */
  z.object({
    kind: z.literal('command'),
    command: z.string().min(1, 'Give the command that starts the server.').max(4_096),
    args: z.array(argumentSchema).max(200),
    /** Variables of its environment whose values are secret. */
    variables: z.array(variableSchema).max(50),
    /** Where it runs, as a full path; null: in the data folder of Purser. */
    folder: z.string().max(4_096).nullable(),
  }),
  /** A server elsewhere, or one that is running already. */
  z.object({
    kind: z.literal('url'),
    url: z.url({
      protocol: /^https?$/,
      error: 'An address begins with https://, such as https://mcp.example.com/mcp.',
    }),
    /** Headers whose values are secret. */
    headers: z.array(headerSchema).max(50),
  }),
  /** The operations of an HTTP API that is a provider already, by its OpenAPI description. */
  z.object({
    kind: z.literal('openapi'),
    provider: providerNameSchema,
    /** Such as `GET /repos/*`; none: all. */
    allow: z.array(z.string().min(1).max(500)).max(200),
  }),
]);
export type McpWay = z.infer<typeof mcpWaySchema>;

const priceSchema = nanodollarsSchema.refine((amount) => amount >= 0 && amount <= 1e14, {
  message: 'A call costs from 0 to 100000 dollars.',
});

/** The price of some tools of a server. */
export const mcpPriceSchema = z.object({
  /** Their names, with `*` and `?`. */
  tools: z.string().min(1).max(200),
  /** For each call, in nano-dollars. */
  call: priceSchema,
  /** For each of what an argument asks for, beside that: `{ argument: 'pages', price: 0.01 }`. */
  unit: z.object({ argument: z.string().min(1).max(200), price: priceSchema }).nullable(),
});
export type McpPrice = z.infer<typeof mcpPriceSchema>;

/** A tool of a server, as a person sees it: what is hidden in a text is written out. */
export const mcpToolViewSchema = z.object({
  name: z.string(),
  title: z.string().nullable(),
  description: z.string(),
  readOnly: z.boolean(),
  /** It may change or delete something: a person is asked unless a policy says otherwise. */
  mayDestroy: z.boolean(),
  /**
   * `changed`: its server describes it otherwise than when it was trusted, and it is stopped until a person has seen
   * that. `gone`: its server has it no more.
   */
  state: z.enum(['trusted', 'changed', 'gone']),
});
export type McpToolView = z.infer<typeof mcpToolViewSchema>;

/** `idle`: it starts when it is first used. `stopped`: it failed too often in a row. */
export const MCP_STATES = ['idle', 'starting', 'running', 'failed', 'stopped'] as const;

export const mcpServerViewSchema = z.object({
  name: providerNameSchema,
  way: mcpWaySchema,
  createdAt: z.int(),
  prices: z.array(mcpPriceSchema),
  state: z.enum(MCP_STATES),
  /** Why it does not run, as a sentence; null while nothing is wrong. */
  trouble: z.string().nullable(),
  /** It wants the person to log in. */
  needsLogin: z.boolean(),
  /** What its process last wrote to its error output, at most a few kB; empty for a server elsewhere. */
  lastWords: z.string(),
  /** Empty until it was first reached. */
  tools: z.array(mcpToolViewSchema),
  /** Since it was added: calls that were made, those that failed, and what they cost. */
  calls: z.int(),
  errors: z.int(),
  cost: nanodollarsSchema,
  lastUsedAt: z.int().nullable(),
  /** Whose caps and rules hold for all who use it: its own, or those of the provider that an API is. */
  payee: providerNameSchema,
  caps: z.array(capViewSchema),
  policy: policySchema,
});
export type McpServerView = z.infer<typeof mcpServerViewSchema>;

/** What a server says of a tool now, beside what was trusted. */
export const mcpChangeViewSchema = z.object({
  server: providerNameSchema,
  tool: z.string(),
  /** Names the new description: accepting tells which one was seen. */
  version: z.string(),
  differences: z.array(
    z.object({
      /** Where, with dots: `inputSchema.properties.path.description`. */
      at: z.string(),
      /** Null where there was, or is, nothing. */
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
export type McpChangeView = z.infer<typeof mcpChangeViewSchema>;
