import { expect, test as base } from './spending.ts';
import { openPanel } from './panel.ts';
import type { Panel } from './panel.ts';
import { busMissing, openSessionBus } from './session-bus.ts';

/** The desktop app on a bus with a panel, which sees the tray from outside, as a person does. */
export const test = base.extend<{ panel: Panel; busAddress: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  busAddress: async ({}, provide, testInfo) => {
    const missing = busMissing();
    if (missing !== undefined) console.error(missing);
    testInfo.skip(missing !== undefined, missing);
    const bus = await openSessionBus();
    await provide(bus.address);
    bus.close();
  },
  panel: async ({ busAddress }, provide) => {
    const panel = await openPanel(busAddress);
    await provide(panel);
    panel.close();
  },
  environment: async ({ busAddress, panel }, provide) => {
    expect(panel.items()).toEqual([]);
    await provide({ DBUS_SESSION_BUS_ADDRESS: busAddress });
  },
});
