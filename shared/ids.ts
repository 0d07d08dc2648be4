import { z } from 'zod';

/** An agent, as the ledger knows it: `agt_` and 12 characters. Its name may change, its id never. */
export const agentIdSchema = z
  .string()
  .regex(/^agt_[a-z0-9]{12}$/, 'An agent id looks like agt_ab12cd34ef56.')
  .brand<'AgentId'>();
export type AgentId = z.infer<typeof agentIdSchema>;

/** A sub-key's public name: `key_` and 12 characters. Never the secret itself. */
export const subKeyIdSchema = z
  .string()
  .regex(/^key_[a-z0-9]{12}$/, 'A sub-key id looks like key_ab12cd34ef56; see `purser key list`.')
  .brand<'SubKeyId'>();
export type SubKeyId = z.infer<typeof subKeyIdSchema>;

/** One request through the gateway: `req_` and 16 characters. */
export const requestIdSchema = z
  .string()
  .regex(/^req_[a-z0-9]{16}$/, 'A request id looks like req_ab12cd34ef56gh78; the dashboard shows it.')
  .brand<'RequestId'>();
export type RequestId = z.infer<typeof requestIdSchema>;

/** One refused request, with its repeats: `ref_` and 16 characters. */
export const refusalIdSchema = z
  .string()
  .regex(/^ref_[a-z0-9]{16}$/, 'The id of a refused request looks like ref_ab12cd34ef56gh78; the dashboard shows it.')
  .brand<'RefusalId'>();
export type RefusalId = z.infer<typeof refusalIdSchema>;

/** A request that waits for a person: `apr_` and 8 characters. */
export const approvalIdSchema = z
  .string()
  .regex(/^apr_[a-z0-9]{8}$/, 'An approval id looks like apr_ab12cd34; see `purser approvals`.')
  .brand<'ApprovalId'>();
export type ApprovalId = z.infer<typeof approvalIdSchema>;

/** A browser that is logged in to the dashboard: `brw_` and 8 characters. Never what it logs in with. */
export const browserIdSchema = z
  .string()
  .regex(/^brw_[a-z0-9]{8}$/, 'A browser id looks like brw_ab12cd34; see `purser dashboard sessions`.')
  .brand<'BrowserId'>();
export type BrowserId = z.infer<typeof browserIdSchema>;

/** A provider's name: also the first segment of its path on the gateway, so it is short and URL-safe. */
export const providerNameSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,31}$/,
    'A provider name is 1 to 32 small letters, digits or dashes and begins with a letter.',
  )
  .brand<'ProviderName'>();
export type ProviderName = z.infer<typeof providerNameSchema>;

/** A person's name for a sub-key: `laptop`, `nightly build`. */
export const subKeyNameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name for the sub-key.')
  .max(60, 'The name of a sub-key has at most 60 characters.')
  .regex(/^[^\p{Cc}]*$/u, 'The name of a sub-key cannot hold control characters.');

/** A person's name for an agent: `Claude Code`, `billing-script`. */
export const agentNameSchema = z
  .string()
  .trim()
  .min(1, 'An agent needs a name.')
  .max(60, 'An agent name has at most 60 characters.')
  .regex(/^[^\p{Cc}]*$/u, 'An agent name cannot hold control characters.');
