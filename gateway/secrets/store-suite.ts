import assert from 'node:assert/strict';
import type { SecretStore } from './secret-store.ts';

/**
 * The behaviour of every store. Plain assertions, so that it also runs in a child process inside a keychain session.
 */
export interface StoreCase {
  readonly title: string;
  /** @param open opens the same place again, or another one when the namespace differs. */
  readonly check: (open: (namespace: string) => Promise<SecretStore>, persistent: boolean) => Promise<void>;
}

export const storeSuite: readonly StoreCase[] = [
  {
    title: 'returns undefined for a name that was never written',
    check: async (open) => {
      assert.equal(await (await open('a')).get('provider/none'), undefined);
    },
  },
  {
    title: 'returns what was written, also text beyond ASCII and long text',
    check: async (open) => {
      const store = await open('a');
      for (const secret of ['sk-plain', 'schlüssel-鍵-🔑', 'k'.repeat(1200), ' spaces ', '{"json":"\\n"}']) {
        await store.set('provider/text', secret);
        assert.equal(await store.get('provider/text'), secret);
      }
    },
  },
  {
    title: 'replaces, and leaves other names alone',
    check: async (open) => {
      const store = await open('a');
      await store.set('one', 'first');
      await store.set('two', 'other');
      await store.set('one', 'second');
      assert.deepEqual([await store.get('one'), await store.get('two')], ['second', 'other']);
    },
  },
  {
    title: 'deletes, and deleting what is not there is fine',
    check: async (open) => {
      const store = await open('a');
      await store.set('gone', 'secret');
      await store.delete('gone');
      await store.delete('gone');
      assert.equal(await store.get('gone'), undefined);
    },
  },
  {
    title: 'treats no name as special',
    check: async (open) => {
      const store = await open('a');
      for (const name of ['__proto__', 'constructor', 'a@b', 'with space', 'ü']) {
        assert.equal(await store.get(name), undefined);
        await store.set(name, `secret of ${name}`);
        assert.equal(await store.get(name), `secret of ${name}`);
      }
    },
  },
  {
    title: 'keeps twenty writes that were made at once',
    check: async (open) => {
      const store = await open('a');
      const names = Array.from({ length: 20 }, (_, index) => `parallel-${index}`);
      await Promise.all(names.map((name) => store.set(name, `secret-${name}`)));
      const read = await Promise.all(names.map((name) => store.get(name)));
      assert.deepEqual(
        read,
        names.map((name) => `secret-${name}`),
      );
    },
  },
  {
    title: 'keeps secrets for the next opening, if it is made to last, and keeps namespaces apart',
    check: async (open, persistent) => {
      const first = await open('a');
      await first.set('lasting', 'secret');
      assert.equal(await (await open('a')).get('lasting'), persistent ? 'secret' : undefined);
      const other = await open('b');
      assert.equal(await other.get('lasting'), undefined);
      await other.set('lasting', 'of the other');
      assert.equal(await first.get('lasting'), 'secret');
    },
  },
];
