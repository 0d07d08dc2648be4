import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import type { MessagePortMain } from 'electron';
import { judge, judgeAsk } from './ipc-gate.ts';
import type { InboundMessage } from './ipc-gate.ts';
import { createPages } from './pages.ts';

const pages = createPages(undefined);
const rules = { isOurWindow: (id: number) => id === 7, isOurPage: pages.isOurs };

function port(): MessagePortMain {
  return Object.assign(new EventEmitter(), { close: vi.fn(), postMessage: vi.fn(), start: vi.fn() });
}

const ours: InboundMessage = {
  sender: { id: 7 },
  senderFrame: { url: pages.dashboardUrl, parent: null },
  ports: [port()],
};

const foreignPage = { url: 'https://example.com/', parent: null };
const subFrame = { url: pages.dashboardUrl, parent: {} };

describe('the ipc gate', () => {
  test('admits one port from the main frame of our page in our window', () => {
    expect(judge(ours, rules)).toEqual({ admitted: true, port: ours.ports[0] });
  });

  test.each<[string, InboundMessage, string]>([
    ['another window', { ...ours, sender: { id: 8 } }, 'window'],
    ['a frame that is gone', { ...ours, senderFrame: null }, 'frame'],
    ['a frame inside our page', { ...ours, senderFrame: subFrame }, 'frame'],
    ['another page in our window', { ...ours, senderFrame: foreignPage }, 'page'],
    ['no port', { ...ours, ports: [] }, 'form'],
    ['two ports', { ...ours, ports: [port(), port()] }, 'form'],
  ])('refuses %s', (_, message, reason) => {
    expect(judge(message, rules)).toEqual({ admitted: false, reason });
  });

  test('takes a wish from our page alone, and only one that there is', () => {
    const { ports: _none, ...bare } = ours;
    const ask = { ask: 'start-at-login', on: true } as const;
    expect(judgeAsk(bare, ask, rules)).toEqual(ask);
    expect(judgeAsk({ ...bare, senderFrame: foreignPage }, ask, rules)).toBe('page');
    expect(judgeAsk({ ...bare, senderFrame: subFrame }, ask, rules)).toBe('frame');
    expect(judgeAsk({ ...bare, sender: { id: 8 } }, ask, rules)).toBe('window');
    for (const form of [undefined, 'facts', { ask: 'quit' }, { ask: 'keep-keys-in', place: '/tmp' }])
      expect(judgeAsk(bare, form, rules)).toBe('form');
  });
});
