import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MessagePortMain } from 'electron';
import type { HostConfig } from '../../host-messages.ts';
import { createGatewayProcess } from './gateway-process.ts';
import type { GatewayStatus, HostProcess } from './gateway-process.ts';

const config: HostConfig = { secrets: { kind: 'memory' }, version: '0.0.0', port: 0 };

class FakeHost extends EventEmitter {
  readonly sent: unknown[] = [];
  readonly kill = vi.fn(() => this.emit('exit', 143));
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
}

function setUp() {
  const hosts: FakeHost[] = [];
  const seen: GatewayStatus[] = [];
  let asked = 0;
  const gateway = createGatewayProcess({
    fork: () => {
      const host = new FakeHost();
      hosts.push(host);
      return host satisfies HostProcess;
    },
    now: () => Date.now(),
    onStatus: (status) => seen.push(status),
    onShowWindow: () => void (asked += 1),
  });
  const latest = (): FakeHost => {
    const host = hosts.at(-1);
    if (!host) throw new Error('no host was forked');
    return host;
  };
  return { gateway, hosts, seen, latest, asked: () => asked };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the gateway process', () => {
  test('is configured, then ready', () => {
    const { gateway, latest } = setUp();
    gateway.start(config);
    expect(latest().sent).toEqual([{ type: 'configure', config }]);
    latest().emit('message', { type: 'ready', url: 'http://127.0.0.1:1' });
    expect(gateway.status()).toEqual({ kind: 'ready', url: 'http://127.0.0.1:1' });
  });

  test('asks for the window, and stays as it is', () => {
    const { gateway, latest, asked } = setUp();
    gateway.start(config);
    latest().emit('message', { type: 'ready', url: 'http://127.0.0.1:1' });
    latest().emit('message', { type: 'show-window' });
    expect([asked(), gateway.status().kind]).toEqual([1, 'ready']);
  });

  test('a crash is restarted; the third within a minute is not', () => {
    const { gateway, hosts, latest } = setUp();
    gateway.start(config);
    latest().emit('exit', 1);
    expect(gateway.status()).toEqual({ kind: 'starting' });
    vi.advanceTimersByTime(500);
    latest().emit('exit', 1);
    vi.advanceTimersByTime(500);
    latest().emit('exit', 1);
    vi.advanceTimersByTime(60_000);
    expect(hosts).toHaveLength(3);
    expect(gateway.status()).toMatchObject({ kind: 'down', code: 'CRASHED' });
  });

  test('a person can start it again after it went down', () => {
    const { gateway, hosts, latest } = setUp();
    gateway.start(config);
    latest().emit('message', { type: 'failed', code: 'PORT_TAKEN', message: 'Port 7 is taken.' });
    expect(latest().kill).toHaveBeenCalledOnce();
    expect(gateway.status()).toEqual({ kind: 'down', code: 'PORT_TAKEN', reason: 'Port 7 is taken.' });
    vi.advanceTimersByTime(60_000);
    expect(hosts).toHaveLength(1);
    gateway.start(config);
    expect(hosts).toHaveLength(2);
  });

  test('a message of no known form is ignored', () => {
    const { gateway, latest } = setUp();
    gateway.start(config);
    latest().emit('message', { type: 'ready' });
    expect(gateway.status()).toEqual({ kind: 'starting' });
  });

  test('stop asks for a drain and resolves when the process is gone', async () => {
    const { gateway, latest } = setUp();
    gateway.start(config);
    const stopped = gateway.stop(10_000);
    expect(latest().sent.at(-1)).toEqual({ type: 'drain', ms: 10_000 });
    latest().emit('exit', 0);
    await stopped;
    vi.advanceTimersByTime(60_000);
    expect(latest().kill).not.toHaveBeenCalled();
  });

  test('stop kills a process that does not drain in time', async () => {
    const { gateway, latest } = setUp();
    gateway.start(config);
    const stopped = gateway.stop(10_000);
    vi.advanceTimersByTime(11_000);
    await stopped;
    expect(latest().kill).toHaveBeenCalledOnce();
  });

  test('a port that finds no gateway is closed, so that the page can tell', () => {
    const { gateway } = setUp();
    const port = Object.assign(new EventEmitter(), { close: vi.fn(), postMessage: vi.fn(), start: vi.fn() });
    gateway.connect(port satisfies MessagePortMain);
    expect(port.close).toHaveBeenCalledOnce();
  });
});
