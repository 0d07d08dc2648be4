import { contextBridge, ipcRenderer } from 'electron';
import { CONNECT_CHANNEL, DESKTOP_ASK_CHANNEL, DESKTOP_FACTS_CHANNEL } from '../channels.ts';

contextBridge.exposeInMainWorld('purser', { host: 'desktop' });

// A MessagePort cannot cross the context bridge, so the page posts it to its own window and it is passed on here.
window.addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
  if (source !== window) return;
  if (data === CONNECT_CHANNEL && ports.length === 1) ipcRenderer.postMessage(CONNECT_CHANNEL, null, [...ports]);
  else if (isAsk(data)) ipcRenderer.send(DESKTOP_ASK_CHANNEL, data.ask);
});

ipcRenderer.on(DESKTOP_FACTS_CHANNEL, (_event, facts: unknown) => {
  // The window's own origin is opaque to itself in a packed app; the message never leaves this window.
  window.postMessage({ type: DESKTOP_FACTS_CHANNEL, facts }, '*');
});

/** Only its envelope: main checks what is in it. */
function isAsk(data: unknown): data is { readonly ask: unknown } {
  return (
    typeof data === 'object' && data !== null && 'type' in data && data.type === DESKTOP_ASK_CHANNEL && 'ask' in data
  );
}
