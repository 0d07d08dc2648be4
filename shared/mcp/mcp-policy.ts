import { z } from 'zod';

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

/** What one argument of some tools must be. */
export const argumentRuleSchema = z
  .strictObject({
    tools: toolGlobSchema,
    /** Its name; of one inside another with dots: `query.owner`. Of a list, each entry is looked at. */
    argument: z.string().trim().min(1, 'Name the argument.').max(200, 'An argument has at most 200 characters.'),
    allow: z.array(textGlobSchema).exactOptional(),
    deny: z.array(textGlobSchema).exactOptional(),
  })
  .refine(({ allow, deny }) => allow !== undefined || deny !== undefined, {
    message: 'Say what the argument may be (allow) or may not be (deny).',
  });
export type ArgumentRule = z.infer<typeof argumentRuleSchema>;

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
  /** The first line that is for a tool decides. Where none does, a tool that may destroy something asks. */
  onCall: z.array(z.strictObject({ tools: toolGlobSchema, act: z.enum(ON_CALL) })).exactOptional(),
});
export type McpPolicy = z.infer<typeof mcpPolicySchema>;
