import { z } from 'zod';
import { isErrorCode } from '../shared/errors.ts';
import type { ErrorCode } from '../shared/errors.ts';

/**
 * Where provider keys live, as the person chose it. A vault is opened with the passphrase of a file, or with one that
 * was typed; without either the gateway says that it is locked.
 */
export const secretsSettingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keychain') }),
  z.object({ kind: z.literal('memory') }),
  z.object({ kind: z.literal('vault'), passphraseFile: z.string().optional(), passphrase: z.string().optional() }),
]);
export type SecretsSetting = z.infer<typeof secretsSettingSchema>;

/** The configuration of the gateway process. An absent field means "the gateway's own default". */
export const hostConfigSchema = z.object({
  dataFolder: z.string().optional(),
  port: z.int().min(0).max(65_535).optional(),
  secrets: secretsSettingSchema,
  version: z.string(),
});
export type HostConfig = z.infer<typeof hostConfigSchema>;

/** From main to the gateway process. `connect` carries one port; `drain` is the last message. */
export const toHostSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('configure'), config: hostConfigSchema }),
  z.object({ type: z.literal('connect') }),
  z.object({ type: z.literal('drain'), ms: z.int().nonnegative() }),
]);
export type ToHost = z.infer<typeof toHostSchema>;

const errorCodeSchema = z.custom<ErrorCode>(isErrorCode);

/** Somebody has to type the vault's passphrase: the one it has, or one for a vault that is not there yet. */
export const VAULT_CODES = ['VAULT_LOCKED', 'VAULT_NEW'] as const;
export type VaultCode = (typeof VAULT_CODES)[number];

/** From the gateway process to main: once, when it serves or when it cannot, and whenever the window is asked for. */
export const fromHostSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), url: z.string() }),
  z.object({ type: z.literal('show-window') }),
  z.object({
    type: z.literal('failed'),
    code: z.union([errorCodeSchema, z.enum(VAULT_CODES), z.literal('UNEXPECTED')]),
    message: z.string(),
  }),
]);
export type FromHost = z.infer<typeof fromHostSchema>;
export type FailureCode = Extract<FromHost, { type: 'failed' }>['code'];
