import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Problem } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';

const CHOICES = ['known', 'yes', 'no'] as const;
type Choice = (typeof CHOICES)[number];

interface StopsWhenLeftProps {
  readonly provider: Pick<ProviderView, 'name' | 'stopsWhenLeft'>;
  /** Somebody came here to say it. */
  readonly isAsked: boolean;
}

/**
 * Tells what a provider does when a tool leaves its stream, with a choice for people who know better. It stands open
 * where nobody knows.
 */
export function StopsWhenLeft({ provider: { name, stopsWhenLeft }, isAsked }: StopsWhenLeftProps): ReactNode {
  const { answer, said } = stopsWhenLeft;
  const { call } = useSession();
  const { problem, run } = useAction();
  // The last choice stays in sight, or the keyboard would be nowhere.
  const [isOpened, setOpened] = useState(false);
  const words = say.providers;
  const mayChange = answer !== 'free';
  const isOpen = mayChange && (isOpened || isAsked || answer === 'unknown');
  const pick = (choice: Choice): void => {
    setOpened(true);
    const answered = choice === 'known' ? null : choice;
    void run(async () => void (await call(({ providers }) => providers.set({ name, stopsWhenLeft: answered }))));
  };
  return (
    <div className="provider-left">
      <p className="faint">
        {said === null ? words.whenLeft[answer] : words.saidWhenLeft[said]}{' '}
        {mayChange && !isOpen && (
          <button
            type="button"
            className="text-button"
            aria-label={words.changeWhenLeftOf(name)}
            onClick={() => setOpened(true)}
          >
            {words.changeWhenLeft}
          </button>
        )}
      </p>
      {isOpen && (
        <Segmented<Choice>
          label={words.whenLeftOf(name)}
          options={CHOICES.map((value) => ({ value, text: words.whenLeftChoices[value] }))}
          value={said ?? 'known'}
          onPick={pick}
        />
      )}
      <Problem sentence={problem} />
    </div>
  );
}
