/** The one message a page may send to main: "connect me to the gateway", carrying one MessagePort. */
export const CONNECT_CHANNEL = 'purser:connect';
