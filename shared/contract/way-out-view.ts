import { z } from 'zod';

/** A proxy without user and password. `proxy` is null where the setting names none that Purser can use. */
const hopViewSchema = z.object({ proxy: z.string().nullable(), source: z.string() });

/** How a gateway gets out to providers. */
export const wayOutViewSchema = z.object({
  /** The way to https:// addresses; null: straight there. Servers on this machine are always reached straight. */
  https: hopViewSchema.nullable(),
  /** The same for http:// addresses. */
  http: hopViewSchema.nullable(),
  /** Hosts that are reached without a proxy, as it was written; empty: none. */
  noProxy: z.string(),
  /** Where certificates of authorities came from, beside those of Node. */
  authorities: z.array(z.string()),
  /** Whom the client certificate is shown, as it was written; null: there is none. */
  clientCertificate: z.string().nullable(),
  /** Settings that could not be used, in sentences. */
  problems: z.array(z.string()),
});
export type WayOutView = z.infer<typeof wayOutViewSchema>;
