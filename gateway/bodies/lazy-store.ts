import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { BODIES_FILE, openBodyStore } from './body-store.ts';
import type { BodyStore } from './body-store.ts';

/** The store of bodies, opened when it is first needed: without kept bodies there is no file. */
export interface LazyStore {
  open(): Promise<BodyStore>;
  /** True when there is a file. */
  exists(): Promise<boolean>;
  close(): Promise<void>;
}

export function createLazyStore(dataFolder: string, mostBytes: number | undefined): LazyStore {
  let opened: Promise<BodyStore> | undefined;
  return {
    open() {
      opened ??= openBodyStore(dataFolder, mostBytes);
      opened.catch(() => (opened = undefined));
      return opened;
    },
    exists: () =>
      access(join(dataFolder, BODIES_FILE)).then(
        () => true,
        () => false,
      ),
    close: async () =>
      opened?.then(
        (store) => store.close(),
        () => undefined,
      ),
  };
}
