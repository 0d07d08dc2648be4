/** "Connect me to the gateway", carrying one MessagePort. */
export const CONNECT_CHANNEL = 'purser:connect';
/** What a person wishes of this machine in the window: `shared/settings/desktop.ts` has its form. */
export const DESKTOP_ASK_CHANNEL = 'purser:ask';
/** From main to the window: what is so on this machine. */
export const DESKTOP_FACTS_CHANNEL = 'purser:facts';
