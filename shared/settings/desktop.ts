import { z } from 'zod';

/*
 * What the desktop app and its own window say to each other beside the contract: facts and wishes of this machine,
 * which no gateway knows and no browser has.
 */

/** Where provider keys can live when there is no keychain. */
export const ELSEWHERE = ['vault', 'memory'] as const;
export type Elsewhere = (typeof ELSEWHERE)[number];

/** The gateway's process, as the desktop app sees it. */
export const hostStatusSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['starting', 'ready', 'stopping', 'waiting-for-passphrase']) }),
  z.object({
    kind: z.literal('down'),
    /** The sentence that the tray gives too. */
    reason: z.string(),
    /** What is to be done about it. */
    needs: z.enum(['restart', 'passphrase', 'place-for-keys']),
  }),
]);
export type HostStatus = z.infer<typeof hostStatusSchema>;

/** Facts that the window shows. */
export const desktopFactsSchema = z.object({
  host: hostStatusSchema,
  /** Null where this machine offers no way. */
  startsAtLogin: z.boolean().nullable(),
  notifications: z.boolean(),
});
export type DesktopFacts = z.infer<typeof desktopFactsSchema>;

/** What a person can wish for in the window. */
export const desktopAskSchema = z.discriminatedUnion('ask', [
  /** The window has opened and knows nothing yet. */
  z.object({ ask: z.literal('facts') }),
  /** Also asks for the passphrase again. */
  z.object({ ask: z.literal('start-gateway') }),
  /** Ends a gateway that runs, and starts it again: for a setting that holds from the next start on. */
  z.object({ ask: z.literal('restart-gateway') }),
  /** Heard only while there is no place for keys. */
  z.object({ ask: z.literal('keep-keys-in'), place: z.enum(ELSEWHERE) }),
  z.object({ ask: z.literal('start-at-login'), on: z.boolean() }),
  z.object({ ask: z.literal('test-notification') }),
  /** Opens the page of a login in the person's browser. */
  z.object({ ask: z.literal('open-login'), url: z.url({ protocol: /^https?$/ }).max(8_000) }),
]);
export type DesktopAsk = z.infer<typeof desktopAskSchema>;

/** The names of both in the window's own messages, on their way through the preload script. */
export const DESKTOP_ASK = 'purser:ask';
export const DESKTOP_FACTS = 'purser:facts';
