import { useEffect, useRef, useState } from 'react';
import type { Settings, SettingsChange } from '../../../shared/settings/settings.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';

interface SettingsInHand {
  /** As the person has them on the screen: what was changed shows at once. */
  readonly settings: Settings;
  readonly problem: string | undefined;
  change(change: SettingsChange): void;
}

/** What the person wished and the gateway has not told back yet. */
interface Wish {
  readonly change: SettingsChange;
  /** Calls under way. While there is one, what the gateway tells may be older than the wish. */
  readonly running: number;
  /** What the gateway kept when the last of them was answered. */
  readonly over: Settings | undefined;
}

const NONE: Wish = { change: {}, running: 0, over: undefined };

/** The settings that the gateway keeps, and how they are changed. One that is refused goes back, and the reason stands there. */
export function useSettings(kept: Settings): SettingsInHand {
  const { call } = useSession();
  const { problem, run } = useAction();
  const [wish, setWish] = useState(NONE);
  const latest = useRef(kept);
  useEffect(() => void (latest.current = kept), [kept]);
  return {
    settings: { ...kept, ...wishedOver(wish, kept) },
    problem,
    change(change) {
      setWish((before) => ({
        change: { ...wishedOver(before, latest.current), ...change },
        running: before.running + 1,
        over: undefined,
      }));
      const answered = (isRefused: boolean): void =>
        setWish((before) => ({
          change: isRefused ? without(before.change, change) : before.change,
          running: before.running - 1,
          over: latest.current,
        }));
      void run(async () => {
        try {
          await call(({ settings }) => settings.set(change));
          answered(false);
        } catch (error) {
          answered(true);
          throw error;
        }
      });
    },
  };
}

/** The part of a wish that still shows. Once all is answered, what the gateway tells next is true. */
function wishedOver({ change, running, over }: Wish, kept: Settings): SettingsChange {
  return running > 0 || isSame(over, kept) ? change : {};
}

/** A wish without what was refused of it, unless that was changed again meanwhile. */
function without(wish: SettingsChange, refused: SettingsChange): SettingsChange {
  const still = Object.entries(wish).filter(([name, value]) => Reflect.get(refused, name) !== value);
  return Object.fromEntries(still);
}

function isSame(one: Settings | undefined, other: Settings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
