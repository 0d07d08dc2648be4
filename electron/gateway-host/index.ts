import type { MessagePortMain } from 'electron';
import { PurserError } from '../../shared/errors.ts';
import type { Gateway } from '../../gateway/index.ts';
import { toHostSchema } from '../host-messages.ts';
import type { FromHost } from '../host-messages.ts';
import { tellTerminal } from '../tell-terminal.ts';
import { openGateway, VaultLocked } from './open-gateway.ts';

/** Main ends a process that failed; one that main has forgotten ends itself after this many milliseconds. */
const LINGER_MS = 2_000;

let gateway: Promise<Gateway> | undefined;

process.on('unhandledRejection', (error) => {
  throw error;
});
// Node would open its inspector for whoever sends it, and every user of the machine reaches that port.
if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);
// Ctrl+C in a terminal reaches every process of the group; main decides when to drain.
process.on('SIGINT', () => undefined);

process.parentPort.on('message', ({ data, ports }) => {
  const message = toHostSchema.parse(data);
  switch (message.type) {
    case 'configure':
      void report((gateway = openGateway(message.config, () => post({ type: 'show-window' }))));
      break;
    case 'connect':
      for (const port of ports) void connect(port);
      break;
    case 'drain':
      void drain(message.ms);
      break;
  }
});

async function report(opening: Promise<Gateway>): Promise<void> {
  try {
    const { url } = await opening;
    post({ type: 'ready', url });
  } catch (error) {
    const code = error instanceof PurserError || error instanceof VaultLocked ? error.code : 'UNEXPECTED';
    const message = error instanceof Error ? error.message : String(error);
    if (code === 'UNEXPECTED') tellTerminal('The gateway stopped because of a fault.', error);
    post({ type: 'failed', code, message });
    setTimeout(() => process.exit(1), LINGER_MS);
  }
}

async function connect(port: MessagePortMain): Promise<void> {
  const opened = await gateway?.catch(() => undefined);
  if (!opened) {
    port.close();
    return;
  }
  opened.acceptPort(port);
  port.start();
}

async function drain(ms: number): Promise<void> {
  const opened = await gateway?.catch(() => undefined);
  await opened?.stop(ms);
  process.exit(0);
}

function post(message: FromHost): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process port, which has no origins
  process.parentPort.postMessage(message);
}
