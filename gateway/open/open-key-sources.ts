import { createKeyLeases } from '../key-sources/leases/key-leases.ts';
import { createAwsSource } from '../key-sources/aws/read-aws.ts';
import { createProgramSource } from '../key-sources/programs/read-by-program.ts';
import { createGoogleSource } from '../key-sources/google/read-google.ts';
import { createReadKey } from '../key-sources/read-key.ts';
import type { Egress } from '../egress/egress.ts';
import type { KeyLeases } from '../key-sources/leases/key-leases.ts';
import type { ReadKey } from '../key-sources/read-key.ts';
import { createSourceBook } from '../key-sources/settings/source-book.ts';
import type { SourceBook } from '../key-sources/settings/source-book.ts';
import { createVaultSource } from '../key-sources/vault/read-vault.ts';
import type { GatewayConfig, GatewayDeps } from './gateway-deps.ts';
import type { Store } from './open-store.ts';
import type { Undo } from './undo.ts';

/** The keys that secret managers keep, and the managers. */
export interface KeySourceParts {
  readonly readKey: ReadKey;
  readonly leases: KeyLeases;
  readonly keySources: SourceBook;
}

/** Opens the secret managers. None is asked before a key of its own is needed. */
export function openKeySources(
  { clock, random, log, machine, secrets }: GatewayDeps,
  config: GatewayConfig,
  { ledger, changed, egress }: Pick<Store, 'ledger' | 'changed'> & { readonly egress: Egress },
  undo: Undo,
): KeySourceParts {
  const keySources = createSourceBook({ ledger, secrets, clock, dispatcher: egress.dispatcher });
  undo.add('key-sources', keySources.close);
  const readKey = createReadKey({
    program: createProgramSource({ env: machine?.env, network: config.egress?.forPrograms ?? {} }),
    vault: createVaultSource(keySources.vault),
    gcp: createGoogleSource(egress.dispatcher),
    aws: createAwsSource({ find: keySources.aws, env: machine?.env, dispatcher: egress.dispatcher }),
  });
  const leases = createKeyLeases({
    readKey,
    clock,
    random,
    log,
    changed: changed.emit,
    rotated(name, version) {
      const detail = { name, newKey: true, ...(version !== undefined && { version }) };
      void ledger
        .write([], [{ at: clock.now(), kind: 'provider-changed', detail }])
        .catch(() => log.log('error', 'rotation-not-audited', { provider: name }));
    },
  });
  undo.add('key-leases', leases.stop);
  return { readKey, leases, keySources };
}
