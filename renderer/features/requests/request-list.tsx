import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { say } from '../../strings/say.ts';
import type { Listed } from './listed.ts';
import { ListRow } from './list-row.tsx';
import { useListFocus } from './use-list-focus.ts';

interface RequestListProps {
  readonly requests: readonly Listed[];
  readonly colors: ReadonlyMap<string, string>;
  readonly selected: string | undefined;
  readonly timeZone: string;
  readonly now: number;
  onSelect(request: Listed): void;
  /** Called when the end of the list comes into sight. */
  onEnd(): void;
}

const ROW_PX = 40;
/** Each with the class of its cells: a narrow list places them anew, or leaves them to the panel. */
const COLUMNS = [
  ['time', 'request-time'],
  ['agent', 'request-agent'],
  ['model', 'request-model'],
  ['session', 'request-session'],
  ['input', 'request-tokens'],
  ['cached', 'request-cached'],
  ['output', 'request-tokens'],
  ['took', 'request-took'],
  ['outcome', 'request-outcome'],
  ['cost', 'request-cost'],
] as const;

/** Draws only the rows in sight. */
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

  const { at, setActive, onKeyDown } = useListFocus(requests, {
    scroller,
    rowHeight: ROW_PX,
    isOpen: selected !== undefined,
    onSelect,
    scrollTo: (index) => rows.scrollToIndex(index),
  });
  const active = items.some(({ index }) => index === at) ? requests[at] : undefined;

  return (
    <div
      ref={scroller}
      className="request-list"
      role="grid"
      aria-label={say.requests.title}
      aria-rowcount={requests.length + 1}
      tabIndex={0}
      aria-activedescendant={active && `${id}${active.id}`}
      onKeyDown={onKeyDown}
    >
      <ListHead />
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
                color={request.agentId === null ? undefined : colors.get(request.agentId)}
                isActive={index === at}
                isSelected={request.id === selected}
                timeZone={timeZone}
                now={now}
                onSelect={(picked) => {
                  setActive(picked);
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

function ListHead(): ReactNode {
  return (
    <div role="row" aria-rowindex={1} className="request-grid request-list-head">
      {COLUMNS.map(([name, cells]) => (
        <span key={name} role="columnheader" className={cells}>
          {say.requests.columns[name]}
        </span>
      ))}
    </div>
  );
}
