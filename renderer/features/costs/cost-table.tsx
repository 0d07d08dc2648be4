import type { ReactNode } from 'react';
import type { CostRow, CostSum, CostsView } from '../../../shared/contract/cost-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { agentIdSchema } from '../../../shared/ids.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import { agentColors } from '../../state/chart/agent-colors.ts';
import { spanText } from '../../state/time-and-money/format.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import type { CostChoice, CostColumn, SortColumn } from './cost-address.ts';
import { cellText, columnMoney, shownColumns } from './cost-columns.ts';
import type { ColumnMoney } from './cost-columns.ts';
import { groupName } from './group-name.ts';
import { sortRows } from './sort-rows.ts';

interface CostTableProps {
  readonly state: StateView;
  readonly view: CostsView;
  readonly choice: CostChoice;
  hrefFor(changes: Partial<CostChoice>): string;
  onChange(changes: Partial<CostChoice>): void;
}

/** A row for each group, sortable by every column, and the total under them. */
export function CostTable({ state, view, choice, hrefFor, onChange }: CostTableProps): ReactNode {
  const words = say.costs;
  const { timeZone } = state.gateway;
  const columns = shownColumns({ columns: choice.columns, by: view.by });
  const { rows } = view;
  const stretch = view.from === 0 ? words.ranges.all : spanText(view.from, view.to, timeZone);
  return (
    <>
      <p className="cost-sum number" role="status">
        <strong>{moneyText(view.total.nanodollars)}</strong>
        <span className="faint">{words.spent(words.requests(view.total.requests), stretch)}</span>
      </p>
      {rows.length === 0 ? (
        <div className="cost-empty">
          <p>{words.empty}</p>
          {view.from !== 0 && <a href={hrefFor({ range: 'all', days: undefined })}>{words.showAll}</a>}
        </div>
      ) : (
        <CostGrid state={state} view={view} choice={choice} hrefFor={hrefFor} onChange={onChange} />
      )}
      {view.before !== null && rows.length > 0 && columns.includes('change') && (
        <p className="faint">
          {isShorter(view)
            ? words.comparedSoFar(spanText(view.before.from, view.from, timeZone))
            : words.compared(spanText(view.before.from, view.before.to, timeZone))}
        </p>
      )}
    </>
  );
}

/** Rows under heads that sort them. */
function CostGrid({ state, view, choice, hrefFor, onChange }: CostTableProps): ReactNode {
  const words = say.costs;
  const columns = shownColumns({ columns: choice.columns, by: view.by });
  const rows = sortRows(view.rows, choice.sort);
  const colors = agentColors(state.agents);
  const idOf = new Map<string, string>(state.agents.map(({ id, name }) => [name, id]));
  const most = Math.max(1, ...rows.map(({ nanodollars }) => nanodollars));
  const money = columnMoney([...rows, view.total, ...(view.others === null ? [] : [view.others])]);
  const sort = (column: SortColumn): void => {
    const isSame = choice.sort.column === column;
    onChange({ sort: { column, down: isSame ? !choice.sort.down : column !== 'name' } });
  };
  return (
    <div className="cost-frame">
      <div className="scrolls cost-scroll" tabIndex={0} role="region" aria-label={words.table}>
        <table className="cost-table">
          <thead>
            <tr>
              <SortHead column="name" text={words.groups[view.by]} sort={choice.sort} onSort={sort} />
              {columns.map((column) => (
                <SortHead
                  key={column}
                  column={column}
                  text={words.columns[column]}
                  hint={words.hints[column]}
                  sort={choice.sort}
                  onSort={sort}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-testid="cost-row">
                <th scope="row">
                  <span className="cost-name">
                    {row.agent !== null && <AgentDot color={colors.get(idOf.get(row.agent) ?? '')} />}
                    <RowName row={row} view={view} hrefFor={hrefFor} />
                    {row.agent !== null && view.by !== 'agent' && (
                      <span className="faint cost-owner">{plainText(row.agent)}</span>
                    )}
                  </span>
                  <span className="cost-share" aria-hidden="true">
                    <span style={{ width: `${Math.max(0, (100 * row.nanodollars) / most)}%` }} />
                  </span>
                </th>
                <Cells columns={columns} money={money} sum={row} />
              </tr>
            ))}
            {view.others !== null && (
              <tr>
                <th scope="row" className="soft">
                  {words.others(view.others.groups)}
                </th>
                <Cells columns={columns} money={money} sum={view.others} />
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr data-testid="cost-total">
              <th scope="row">{words.total}</th>
              <Cells columns={columns} money={money} sum={view.total} />
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}

/** A period that runs is compared with a part of the one before. */
function isShorter({ from, before }: CostsView): boolean {
  return before !== null && before.to < from;
}

interface SortHeadProps {
  readonly column: SortColumn;
  readonly text: string;
  readonly hint?: string;
  readonly sort: CostChoice['sort'];
  onSort(column: SortColumn): void;
}

function SortHead({ column, text, hint, sort, onSort }: SortHeadProps): ReactNode {
  const isSorted = sort.column === column;
  return (
    <th scope="col" aria-sort={isSorted ? (sort.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="cost-sort" title={hint} onClick={() => onSort(column)}>
        {text}
        <span className="cost-arrow" aria-hidden="true" data-down={sort.down}>
          {isSorted && (
            <svg viewBox="0 0 8 8">
              <path d="M4 1.5v5M1.8 4.4L4 6.6l2.2-2.2" />
            </svg>
          )}
        </span>
      </button>
    </th>
  );
}

interface CellsProps {
  readonly columns: readonly CostColumn[];
  readonly money: ColumnMoney;
  readonly sum: CostSum;
}

function Cells({ columns, money, sum }: CellsProps): ReactNode {
  return columns.map((column) => (
    <td
      key={column}
      className={column === 'cost' ? 'number cost-amount' : 'number'}
      data-label={say.costs.columns[column]}
    >
      {cellText(column, sum, money)}
    </td>
  ));
}

interface RowNameProps {
  readonly row: CostRow;
  readonly view: CostsView;
  hrefFor(changes: Partial<CostChoice>): string;
}

/** The name, and the way to what is behind it. */
function RowName({ row, view, hrefFor }: RowNameProps): ReactNode {
  const name = plainText(groupName(view.by, row));
  const text = <bdi>{view.by === 'project' ? shortPath(name) : name}</bdi>;
  const { id } = row;
  const agent = view.by === 'agent' ? agentIdSchema.safeParse(id).data : undefined;
  if (agent !== undefined)
    return (
      <a href={hrefFor({ by: 'model', agent })} title={say.costs.seeModels(name)}>
        {text}
      </a>
    );
  if (id !== '' && (view.by === 'model' || view.by === 'provider' || view.by === 'session'))
    return (
      <a href={hrefOf('requests', { [view.by]: id })} title={say.costs.seeRequests(name)}>
        {text}
      </a>
    );
  return <span title={name}>{text}</span>;
}

/** The end of a long path says more than its beginning. */
function shortPath(path: string): string {
  const parts = path.split(/[\\/]/).filter(Boolean);
  return parts.length > 3 ? `…/${parts.slice(-2).join('/')}` : path;
}
