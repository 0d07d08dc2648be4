import { z } from 'zod';

/**
 * What is kept of a login at a server elsewhere, in the secret store: who Purser is there, and its tokens. Their fields
 * are the SDK's own, and pass unread.
 */
const keptLoginSchema = z.object({
  /** Where the person's browser comes back to; it is registered there. */
  port: z.int().optional(),
  client: z.looseObject({ client_id: z.string() }).optional(),
  tokens: z.looseObject({ access_token: z.string(), token_type: z.string() }).optional(),
});
export type KeptLogin = z.infer<typeof keptLoginSchema>;

/** @returns an empty one for a text that is none */
export function readLogin(text: string | undefined): KeptLogin {
  if (text === undefined) return {};
  try {
    return keptLoginSchema.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

/** The logins of all servers. */
export interface LoginStore {
  read(server: string): Promise<KeptLogin>;
  write(server: string, login: KeptLogin): Promise<void>;
}
