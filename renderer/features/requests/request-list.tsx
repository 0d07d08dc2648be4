import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RequestView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { ListRow } from './list-row.tsx';

interface RequestListProps {
  readonly requests: readonly RequestView[];
  readonly colors: ReadonlyMap<string, string>;
  readonly selected: string | undefined;
  readonly timeZone: string;
  readonly now: number;
  onSelect(request: RequestView): void;
  /** The end of what was read came into sight. */
  onEnd(): void;
}

const ROW_PX = 40;
const COLUMNS = ['time', 'agent', 'model', 'input', 'output', 'took', 'outcome', 'cost'] as const;

/** Draws only the rows in sight. One stop for Tab; arrows move, Enter opens. */
export function RequestList({
  requests,
  colors,
  selected,
  timeZone,
  now,
  onSelect,
  onEnd,
}: RequestListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState<string>();
  // oxlint-disable-next-line react/incompatible-library -- the compiler skips it, and the rows are memoised by hand
  const rows = useVirtualizer({
    count: requests.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    getItemKey: (index) => requests[index]?.id ?? index,
  });
  const items = rows.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (requests.length > 0 && lastSeen >= requests.length - 20) onEnd();
  }, [lastSeen, requests.length, onEnd]);

  const found = requests.findIndex((request) => request.id === active);
  const at = found === -1 ? 0 : found;
  const move = (to: number): void => {
    const next = requests[Math.max(0, Math.min(requests.length - 1, to))];
    if (next === undefined) return;
    setActive(next.id);
    rows.scrollToIndex(requests.indexOf(next));
    if (selected !== undefined) onSelect(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_PX) / ROW_PX) - 2);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: requests.length - 1,
    }[event.key];
    const row = requests[at];
    if (to !== undefined) move(to);
    else if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) onSelect(row);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className="request-list"
      role="grid"
      aria-label={say.requests.title}
      aria-rowcount={requests.length + 1}
      tabIndex={0}
      aria-activedescendant={
        requests[at] === undefined || !items.some(({ index }) => index === at) ? undefined : `${id}${requests[at].id}`
      }
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className="request-grid request-list-head">
        {COLUMNS.map((name) => (
          <span key={name} role="columnheader">
            {say.requests.columns[name]}
          </span>
        ))}
      </div>
      <div role="presentation" className="request-list-body" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const request = requests[index];
          return (
            request !== undefined && (
              <ListRow
                key={request.id}
                id={`${id}${request.id}`}
                request={request}
                index={index}
                top={start}
                color={colors.get(request.agentId)}
                isActive={index === at}
                isSelected={request.id === selected}
                timeZone={timeZone}
                now={now}
                onSelect={(picked) => {
                  setActive(picked.id);
                  onSelect(picked);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
