import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Icon } from '../../ui/icon.tsx';

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly done: boolean;
  readonly next: boolean;
  readonly children: ReactNode;
}

/** One of the first steps: done, next, or later. */
export function Step({ number, title, done, next, children }: StepProps): ReactNode {
  return (
    <li className="step" data-done={done} aria-current={next ? 'step' : undefined}>
      <span className="step-mark">{done ? <Icon name="check" /> : number}</span>
      <div className="step-body">
        <h2>
          {title}
          {done && <span className="visually-hidden"> {say.welcome.done}</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
