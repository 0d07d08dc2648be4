import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { say } from '../../strings/say.ts';
import { Icon } from '../../ui/icon.tsx';
import { COST_COLUMNS } from './cost-address.ts';
import type { CostChoice, CostColumn } from './cost-address.ts';
import { columnsFor } from './cost-columns.ts';

interface ColumnMenuProps {
  readonly choice: CostChoice;
  onPick(columns: readonly CostColumn[]): void;
}

/** Which columns the table has. It stays open while they are chosen. */
export function ColumnMenu({ choice, onPick }: ColumnMenuProps): ReactNode {
  const words = say.costs;
  return (
    <MenuTrigger>
      <Button className="button button-quiet">
        <Icon name="columns" />
        <span className="button-text">{words.chooseColumns}</span>
      </Button>
      <Popover className="menu" placement="bottom end" offset={4}>
        <Menu
          aria-label={words.chooseColumns}
          className="menu-list"
          selectionMode="multiple"
          shouldCloseOnSelect={false}
          selectedKeys={choice.columns}
          onSelectionChange={(keys) => onPick(COST_COLUMNS.filter((column) => keys === 'all' || keys.has(column)))}
        >
          {columnsFor(choice.by).map((column) => (
            <MenuItem key={column} id={column} className="menu-item cost-column" textValue={words.columns[column]}>
              {({ isSelected }) => (
                <>
                  <span className="cost-column-mark">{isSelected && <Icon name="check" />}</span>
                  {words.columns[column]}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
