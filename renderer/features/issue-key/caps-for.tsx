import type { ReactNode } from 'react';
import type { CapsOn } from '../../../shared/contract/key-calls.ts';
import { say } from '../../strings/say.ts';
import { Segmented } from '../../ui/form/segmented.tsx';

const PLACES = ['agent', 'key'] as const;

interface CapsForProps {
  readonly value: CapsOn;
  onPick(value: CapsOn): void;
}

/** Whether the caps are shared by all sub-keys of the agent, or hold for the new one alone. */
export function CapsFor({ value, onPick }: CapsForProps): ReactNode {
  const words = say.issueKey;
  return (
    <Segmented<CapsOn>
      captioned
      label={words.capsFor}
      options={PLACES.map((place) => ({ value: place, text: words.capsOn[place] }))}
      value={value}
      onPick={onPick}
    />
  );
}
