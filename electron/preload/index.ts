import { contextBridge, ipcRenderer } from 'electron';
import { CONNECT_CHANNEL } from '../channels.ts';

contextBridge.exposeInMainWorld('purser', { host: 'desktop' });

// A MessagePort cannot cross the context bridge, so the page posts it to its own window and it is passed on here.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== CONNECT_CHANNEL || event.ports.length !== 1) return;
  ipcRenderer.postMessage(CONNECT_CHANNEL, null, [...event.ports]);
});
