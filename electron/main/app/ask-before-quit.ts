import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { createQuit } from './quit-question.ts';
import { showBox } from './show-box.ts';

/** Quits this app; the first time that tools are connected, it says what happens to them, and asks. */
export function createAppQuit(
  gateway: () => GatewayClient | undefined,
  window: () => BrowserWindow | undefined,
): () => Promise<void> {
  return createQuit({
    async connected() {
      const tools = (await gateway()?.connections.list()) ?? [];
      return tools.filter(({ connections }) => connections.length > 0).map(({ title }) => title);
    },
    file: join(app.getPath('userData'), 'quit-explained'),
    ask: async (box) => (await showBox(box, window())).response,
    quit: () => app.quit(),
  });
}
