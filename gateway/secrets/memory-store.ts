import type { SecretStore } from './secret-store.ts';

/** Keeps secrets until the process ends, and nowhere else. For tests, the demo and `--secrets memory`. */
export function createMemoryStore(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    kind: 'memory',
    get: async (name) => secrets.get(name),
    set: async (name, secret) => {
      secrets.set(name, secret);
    },
    delete: async (name) => {
      secrets.delete(name);
    },
  };
}
