import { useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactNode, RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { bucketLabel } from '../../state/time-and-money/format.ts';
import { columnText } from '../../state/time-and-money/money-text.ts';
import type { ChartRow } from '../../state/chart/series.ts';
import { say } from '../../strings/say.ts';
import { atMost, rowsWithRest } from './groups.ts';
import type { ChartGroup } from './groups.ts';

interface SpendTableProps {
  readonly rows: readonly ChartRow[];
  readonly timeZone: string;
  readonly groups: readonly ChartGroup[];
}

const ROW_PX = 36;
/** What a column takes at least: the moment, an amount, and the gap between them. */
const WHEN_PX = 230;
const AMOUNT_PX = 88;
const GAP_PX = 16;

/**
 * The same numbers as the chart, newest first, without the buckets in which nothing was spent. Draws only the rows in
 * sight, and as many columns as fit: the others are one.
 */
export function SpendTable({ rows: all, timeZone, groups: shown }: SpendTableProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const groups = atMost(
    shown,
    useFitting(
      scroller,
      all.some(({ total }) => total > 0),
    ),
  );
  const rows = rowsWithRest(all, groups);
  const spent = rows.filter((row) => row.total > 0).toReversed();
  // oxlint-disable-next-line react/incompatible-library -- the compiler skips it, and a row is a few words
  const lines = useVirtualizer({
    count: spent.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: (index) => spent[index]?.at ?? index,
  });
  const moneyText = columnText(spent.flatMap(({ total, byGroup }) => [total, ...Object.values(byGroup)]));
  const cell = (amount: Nanodollars = ZERO): string => (amount === ZERO ? say.spendChart.nothing : moneyText(amount));
  if (spent.length === 0) return <p className="soft spend-table">{say.spendChart.tableEmpty}</p>;
  // Every row is a grid of its own, so all of them are given the same columns.
  const columns: CSSProperties = {
    gridTemplateColumns: `minmax(${WHEN_PX}px, 1fr) repeat(${groups.length + 1}, minmax(${AMOUNT_PX}px, 132px))`,
  };
  return (
    <div ref={scroller} className="spend-table scrolls" tabIndex={0} role="region" aria-label={say.spendChart.table}>
      <div role="table" className="spend-grid" aria-rowcount={spent.length + 1} aria-label={say.spendChart.table}>
        <div role="row" aria-rowindex={1} className="spend-line spend-line-head" style={columns}>
          <span role="columnheader">{say.spendChart.when}</span>
          {groups.map(({ id, name, fullName }) => (
            <span key={id} role="columnheader" title={fullName}>
              {name}
            </span>
          ))}
          <span role="columnheader">{say.spendChart.total}</span>
        </div>
        <div role="rowgroup" className="spend-lines" style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const row = spent[index];
            return (
              row !== undefined && (
                <div
                  key={row.at}
                  role="row"
                  aria-rowindex={index + 2}
                  className="spend-line spend-line-body number"
                  style={{ ...columns, top: start }}
                >
                  <span role="rowheader">{bucketLabel(row.at, row.end, timeZone)}</span>
                  {groups.map(({ id }) => (
                    <span key={id} role="cell" className="soft">
                      {cell(row.byGroup[id])}
                    </span>
                  ))}
                  <span role="cell">{moneyText(row.total)}</span>
                </div>
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** How many amounts fit beside the moment and the total; at least one. @param isDrawn whether there is a box */
function useFitting(box: RefObject<HTMLDivElement | null>, isDrawn: boolean): number {
  const [width, setWidth] = useState(Infinity);
  useLayoutEffect(() => {
    const element = isDrawn ? box.current : null;
    if (!element) return undefined;
    const measure = (): void => setWidth(element.clientWidth || Infinity);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, isDrawn]);
  return Math.max(1, Math.floor((width - WHEN_PX) / (AMOUNT_PX + GAP_PX)) - 1);
}
