import type { MessagePortMain, UtilityProcess } from 'electron';
import { fromHostSchema } from '../../host-messages.ts';
import type { FailureCode, HostConfig, ToHost } from '../../host-messages.ts';
import { GATEWAY_STRIKES, strike } from './strikes.ts';
import { words } from '../words/words.ts';

export type GatewayStatus =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'stopping' }
  /** Purser has stopped trying; a person has to act. */
  | { readonly kind: 'down'; readonly code: FailureCode | 'CRASHED'; readonly reason: string };

/** The part of Electron's utility process that is used here. */
export interface HostProcess extends Pick<UtilityProcess, 'postMessage' | 'kill'> {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
}

export interface GatewayProcessOptions {
  readonly fork: () => HostProcess;
  readonly now: () => number;
  readonly onStatus: (status: GatewayStatus) => void;
  /** The person asked for the window, from a terminal. */
  readonly onShowWindow: () => void;
}

export interface GatewayProcess {
  readonly status: () => GatewayStatus;
  /** Starts, or starts again after `down`; does nothing while one runs. */
  readonly start: (config: HostConfig) => void;
  /** Hands a page's port to the gateway; closes it when there is no gateway, so that the page can tell. */
  readonly connect: (port: MessagePortMain) => void;
  /** Lets running streams end for `drainMs`, then kills. Resolves when the process is gone. */
  readonly stop: (drainMs: number) => Promise<void>;
}

const RESTART_DELAY_MS = 500;
const KILL_GRACE_MS = 1_000;

/** Keeps one gateway process running: restarts it after a crash, and gives up with a reason after too many. */
export function createGatewayProcess(options: GatewayProcessOptions): GatewayProcess {
  let status: GatewayStatus = { kind: 'stopping' };
  let child: HostProcess | undefined;
  let restart: NodeJS.Timeout | undefined;
  let strikes: readonly number[] = [];

  function become(next: GatewayStatus): void {
    status = next;
    options.onStatus(next);
  }

  function launch(config: HostConfig): void {
    const host = options.fork();
    let failure: GatewayStatus | undefined;
    child = host;
    become({ kind: 'starting' });
    host.on('message', (message: unknown) => {
      const parsed = fromHostSchema.safeParse(message);
      if (!parsed.success || status.kind === 'stopping') return;
      if (parsed.data.type === 'show-window') {
        options.onShowWindow();
        return;
      }
      if (parsed.data.type === 'ready') {
        become({ kind: 'ready', url: parsed.data.url });
        return;
      }
      failure = { kind: 'down', code: parsed.data.code, reason: parsed.data.message };
      // It waits to be ended: a process that exits by itself can lose its last message.
      host.kill();
    });
    host.on('exit', () => {
      child = undefined;
      if (status.kind === 'stopping') return;
      // A failure the gateway could explain would only happen again; a crash may not.
      if (failure) become(failure);
      else recover(config);
    });
    send(host, { type: 'configure', config });
  }

  function recover(config: HostConfig): void {
    const verdict = strike(strikes, options.now(), GATEWAY_STRIKES);
    strikes = verdict.strikes;
    if (verdict.out) {
      become({ kind: 'down', code: 'CRASHED', reason: words.crashed });
      return;
    }
    become({ kind: 'starting' });
    restart = setTimeout(() => launch(config), RESTART_DELAY_MS);
  }

  return {
    status: () => status,
    start(config) {
      if (child) return;
      clearTimeout(restart);
      strikes = [];
      launch(config);
    },
    connect(port) {
      if (child) send(child, { type: 'connect' }, port);
      else port.close();
    },
    stop(drainMs) {
      clearTimeout(restart);
      become({ kind: 'stopping' });
      return child ? drain(child, drainMs) : Promise.resolve();
    },
  };
}

function drain(child: HostProcess, drainMs: number): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => child.kill(), drainMs + KILL_GRACE_MS);
    child.on('exit', () => {
      clearTimeout(deadline);
      resolve();
    });
    send(child, { type: 'drain', ms: drainMs });
  });
}

function send(child: HostProcess, message: ToHost, port?: MessagePortMain): void {
  child.postMessage(message, port ? [port] : []);
}
