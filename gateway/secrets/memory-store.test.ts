import { describe, it } from 'vitest';
import { openSecretStore } from './open-secret-store.ts';
import { storeSuite } from './store-suite.ts';

describe('the memory store', () => {
  it.each(storeSuite)('$title', ({ check }) =>
    check((namespace) => openSecretStore({ kind: 'memory' }, { namespace }), false),
  );
});
