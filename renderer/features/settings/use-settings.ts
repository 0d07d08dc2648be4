import { useState } from 'react';
import type { Settings, SettingsChange } from '../../../shared/settings/settings.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';

interface SettingsInHand {
  /** As the person has them on the screen: what was changed shows at once. */
  readonly settings: Settings;
  readonly problem: string | undefined;
  change(change: SettingsChange): void;
}

/** The settings that the gateway keeps, and how they are changed. One that is refused goes back, and the reason stands there. */
export function useSettings(kept: Settings): SettingsInHand {
  const { call } = useSession();
  const { problem, run } = useAction();
  const [pending, setPending] = useState<{ readonly change: SettingsChange; readonly over: Settings }>();
  // What the gateway tells next is true, whatever was wished before.
  const changed = pending !== undefined && isSame(pending.over, kept) ? pending.change : {};
  return {
    settings: { ...kept, ...changed },
    problem,
    change(change) {
      setPending({ change: { ...changed, ...change }, over: kept });
      void run(async () => {
        try {
          await call(({ settings }) => settings.set(change));
        } catch (error) {
          setPending(undefined);
          throw error;
        }
      });
    },
  };
}

function isSame(one: Settings, other: Settings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
