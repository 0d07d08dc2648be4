import { expect, test, vi } from 'vitest';
import type { SecretsSetting } from '../../host-messages.ts';
import type { ElsewhereSecrets } from './remembered-choice.ts';
import { createWhereKeysLive } from './where-keys-live.ts';

function setUp(told?: SecretsSetting, before?: ElsewhereSecrets) {
  const did: string[] = [];
  let kept = before;
  const keys = createWhereKeysLive({
    told,
    remembered: { secrets: () => kept, remember: (chosen) => void (kept = chosen) },
    startGateway: ({ kind }) => did.push(`start with ${kind}`),
    stopGateway: () => Promise.resolve(did.push('stop')).then(() => undefined),
  });
  return { keys, did, kept: () => kept };
}

test('what was chosen once holds at the next start; what the environment says wins', () => {
  expect(setUp().keys.atStart()).toEqual({ kind: 'keychain' });
  expect(setUp(undefined, 'vault').keys.atStart()).toEqual({ kind: 'vault' });
  const told = setUp({ kind: 'keychain' }, 'memory');
  expect([told.keys.atStart(), told.keys.isElsewhere()]).toEqual([{ kind: 'keychain' }, false]);
});

test('a choice starts the gateway and is kept, but not over the environment', () => {
  const { keys, did, kept } = setUp();
  keys.choose('vault');
  expect([did, kept(), keys.isElsewhere()]).toEqual([['start with vault'], 'vault', true]);
  const told = setUp({ kind: 'keychain' });
  told.keys.choose('memory');
  expect([told.did, told.kept()]).toEqual([['start with memory'], undefined]);
});

test('back to the keychain: forgotten first, then one gateway ends before the next begins', async () => {
  const { keys, did, kept } = setUp(undefined, 'memory');
  await keys.useKeychain();
  expect([did, kept()]).toEqual([['stop', 'start with keychain'], undefined]);
});

test('a choice that cannot be kept still holds for now', () => {
  const did: string[] = [];
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const keys = createWhereKeysLive({
    told: undefined,
    remembered: {
      secrets: () => undefined,
      remember: () => {
        throw new Error('the disk is full');
      },
    },
    startGateway: ({ kind }) => did.push(kind),
    stopGateway: () => Promise.resolve(),
  });
  keys.choose('memory');
  expect(did).toEqual(['memory']);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});
