import { openWalSync as trulyOpen } from '../../../gateway/ledger/wal-sync.ts';

// All other exports as they are; the one below takes the place of its namesake.
export * from '../../../gateway/ledger/wal-sync.ts';

/** Says that everything is on the disk, and waits for nothing. */
export const openWalSync: typeof trulyOpen = async (file) => ({
  ...(await trulyOpen(file)),
  sync: () => Promise.resolve(),
});
