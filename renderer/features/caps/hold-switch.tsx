import { useId } from 'react';
import type { ChangeEvent, ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { holdInFull, holdsInFull } from './hold-in-full.ts';
import type { CapRow } from './cap-row.ts';
import './caps.css';

interface HoldSwitchProps {
  readonly rows: readonly CapRow[];
  onRows(rows: readonly CapRow[]): void;
}

/** A switch for people who want a cap strict rather than roomy. Nothing where there is no cap. */
export function HoldSwitch({ rows, onRows }: HoldSwitchProps): ReactNode {
  const id = useId();
  const change = (event: ChangeEvent<HTMLInputElement>): void => onRows(holdInFull(rows, event.currentTarget.checked));
  if (rows.length === 0) return null;
  return (
    <div className="cap-hold">
      <label className="check">
        <input type="checkbox" checked={holdsInFull(rows)} aria-describedby={id} onChange={change} />
        {say.caps.holdInFull}
      </label>
      <p id={id} className="field-hint">
        {say.caps.holdInFullMeans}
      </p>
    </div>
  );
}
