import { openWalSync as trulyOpen } from '../../../gateway/ledger/wal-sync.ts';
import { markSynced } from './synced-file.ts';

// All other exports as they are; the one below takes the place of its namesake.
export * from '../../../gateway/ledger/wal-sync.ts';

/** Notes what is on the disk, for a power cut. */
export const openWalSync: typeof trulyOpen = async (file) => {
  const log = await trulyOpen(file);
  return {
    ...log,
    async sync() {
      const synced = markSynced(file);
      await log.sync();
      synced();
    },
  };
};
