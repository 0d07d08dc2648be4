import type { ReactNode } from 'react';
import type { StateView } from '../../../../shared/contract/views.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { NO_FILTERS } from './filters.ts';
import type { RequestFilters } from './filters.ts';
import { CustomTime, TimeFilter } from './time-filter.tsx';
import { WhatFilters } from './what-filters.tsx';
import { WhoFilters } from './who-filters.tsx';
import { plainText } from '../../../state/words/plain-text.ts';

interface FilterBarProps {
  readonly state: StateView;
  readonly filters: RequestFilters;
  onFilters(filters: RequestFilters): void;
}

/**
 * Everything a request can be found by. A session has no list to choose from: it comes with a link, and is taken away
 * here.
 */
export function FilterBar({ state, filters, onFilters }: FilterBarProps): ReactNode {
  const words = say.requests;
  const change = (changes: Partial<RequestFilters>): void => onFilters({ ...filters, ...changes });
  const isSet = Object.values(filters).some((value) => value !== '');
  const { session } = filters;
  return (
    <search className="filter-bar">
      <Field
        label={words.search}
        hidesLabel
        type="search"
        placeholder={words.searchHint}
        value={filters.text}
        onText={(text) => change({ text })}
      />
      <TimeFilter filters={filters} onChange={change} />
      <CustomTime filters={filters} onChange={change} />
      <WhoFilters state={state} filters={filters} onChange={change} />
      <WhatFilters state={state} filters={filters} onChange={change} />
      {session !== '' && (
        <button
          type="button"
          className="filter-session"
          aria-label={words.leaveSession(session)}
          title={plainText(session)}
          onClick={() => change({ session: '' })}
        >
          <span>{words.ofSession(session)}</span>
          <Icon name="close" />
        </button>
      )}
      {isSet && (
        <Button kind="quiet" onClick={() => onFilters(NO_FILTERS)}>
          {words.clear}
        </Button>
      )}
    </search>
  );
}
