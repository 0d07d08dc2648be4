import { z } from 'zod';

const nameSchema = z
  .string()
  .trim()
  .regex(/^[\w.@+=/-]{1,256}$/, 'Only letters, digits and . @ + = / - _ are in such a name.');

const addressSchema = z
  .url({ protocol: /^https?$/, error: 'An address begins with https:// (or http://, for a server of your own).' })
  .transform((text) => text.replace(/\/+$/, ''));

/** How Purser logs in at Vault; what is secret of it stands in the secret store. */
export const vaultAuthSchema = z.discriminatedUnion('method', [
  z.object({ method: z.literal('token') }),
  z.object({ method: z.literal('approle'), mount: nameSchema.default('approle'), roleId: nameSchema }),
  z.object({ method: z.literal('userpass'), mount: nameSchema.default('userpass'), user: nameSchema }),
]);
export type VaultAuth = z.infer<typeof vaultAuthSchema>;

export const vaultSettingsSchema = z.object({
  kind: z.literal('vault'),
  address: addressSchema,
  namespace: nameSchema.optional(),
  auth: vaultAuthSchema,
});
export type VaultSettings = z.infer<typeof vaultSettingsSchema>;

export const awsSettingsSchema = z.object({
  kind: z.literal('aws'),
  /** Left out: that of the secret's ARN, or of the host's variables. */
  region: z
    .string()
    .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'A region of AWS looks like eu-west-1.')
    .optional(),
  /** A profile of the AWS configuration; left out: AWS's own chain. */
  profile: nameSchema.optional(),
  /** An endpoint of one's own; left out: that of the region. */
  address: addressSchema.optional(),
});
export type AwsSettings = z.infer<typeof awsSettingsSchema>;

/** What Purser knows of a secret manager, beside the login in the secret store. */
export const sourceSettingsSchema = z.discriminatedUnion('kind', [vaultSettingsSchema, awsSettingsSchema]);
export type SourceSettings = z.infer<typeof sourceSettingsSchema>;
export type SourceKind = SourceSettings['kind'];

/** The managers that need settings. */
export const SOURCE_KINDS = ['vault', 'aws'] as const satisfies readonly SourceKind[];
