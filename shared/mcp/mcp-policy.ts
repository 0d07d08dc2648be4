import { z } from 'zod';
import { callLimitsSchema } from '../cap.ts';
import { argumentSchemaSchema } from './argument-schema.ts';

const NAME_FORM = 'A name such as github/create_issue, with * for any characters, has 1 to 200 characters.';
// Of tools, as `SERVER/TOOL`; a name without a slash is a whole server.
const toolGlobSchema = z.string().trim().min(1, NAME_FORM).max(200, NAME_FORM);
const textGlobSchema = z
  .string()
  .min(1, 'Say what the argument may be, such as /home/me/shop/*.')
  .max(1000, 'A pattern of an argument has at most 1,000 characters.');

/** A call of a tool runs, or waits until a person allows it. */
export const ON_CALL = ['run', 'ask'] as const;
export type OnCall = (typeof ON_CALL)[number];

/** What one argument of some tools, or all of them together, must be. */
export const argumentRuleSchema = z
  .strictObject({
    tools: toolGlobSchema,
    /**
     * Its name; of one inside another with dots: `query.owner`. Of a list, each entry is looked at. Left out: the
     * schema is for all arguments together.
     */
    argument: z
      .string()
      .trim()
      .min(1, 'Name the argument.')
      .max(200, 'An argument has at most 200 characters.')
      .exactOptional(),
    allow: z.array(textGlobSchema).exactOptional(),
    deny: z.array(textGlobSchema).exactOptional(),
    schema: argumentSchemaSchema.exactOptional(),
  })
  .refine(({ allow, deny, schema }) => allow !== undefined || deny !== undefined || schema !== undefined, {
    message: 'Say what the argument may be (allow, schema) or may not be (deny).',
  })
  .refine(({ argument, allow, deny }) => argument !== undefined || (allow === undefined && deny === undefined), {
    message: 'Name the argument: only a schema can be for all of them together.',
  });
export type ArgumentRule = z.infer<typeof argumentRuleSchema>;

/** Most calls of some tools in a window. All that one glob matches count together. */
const toolCallsSchema = z.strictObject({
  tools: toolGlobSchema,
  calls: callLimitsSchema.min(1, 'Give at least one limit, such as 100/day.'),
});

/** By name: the order says nothing, and a policy file cannot keep every order. */
export function sortToolCalls<T extends { readonly tools: string }>(list: readonly T[]): T[] {
  return list.toSorted((one, other) => (one.tools < other.tools ? -1 : 1));
}

/** What a policy says of MCP servers and their tools. */
export const mcpPolicySchema = z.strictObject({
  /** Names of servers, with `*` for any characters; left out: all, unless the policy names providers, which a server is none of. */
  servers: z.array(z.string().min(1)).exactOptional(),
  /** Tools as `SERVER/TOOL`, with `*` and `?`. Deny wins over allow. */
  tools: z
    .strictObject({ allow: z.array(toolGlobSchema).exactOptional(), deny: z.array(toolGlobSchema).exactOptional() })
    .exactOptional(),
  /** Each one that is for a tool must hold. A folder in a pattern cannot be left with `..`. */
  arguments: z.array(argumentRuleSchema).exactOptional(),
  /** Limits on the number of calls, whatever they cost. */
  calls: z
    .array(toolCallsSchema)
    .refine((list) => new Set(list.map(({ tools }) => tools)).size === list.length, {
      message: 'Name each tool once.',
    })
    .transform(sortToolCalls)
    .exactOptional(),
  /** The first line that is for a tool decides. Where none does, a tool that may destroy something asks. */
  onCall: z.array(z.strictObject({ tools: toolGlobSchema, act: z.enum(ON_CALL) })).exactOptional(),
});
export type McpPolicy = z.infer<typeof mcpPolicySchema>;
