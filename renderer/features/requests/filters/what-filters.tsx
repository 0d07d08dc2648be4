import type { ReactNode } from 'react';
import { LISTED_OUTCOMES } from '../../../../shared/contract/usage-views.ts';
import { CERTAINTIES } from '../../../../shared/contract/views.ts';
import { useRead } from '../../../state/live/use-read.ts';
import { say } from '../../../strings/say.ts';
import { Select } from '../../../ui/form/select.tsx';
import { readModels, readProviders, withValue } from './filter-options.ts';
import type { FiltersProps } from './who-filters.tsx';

/** What was asked for, where, how it ended, and how well its cost is known. */
export function WhatFilters({ state, filters, onChange }: FiltersProps): ReactNode {
  const words = say.requests;
  const { data: models = [] } = useRead(readModels);
  // MCP servers stand where providers stand, and so do providers that are gone.
  const { data: spentAt = [] } = useRead(readProviders);
  const providers = [...new Set([...state.providers.map(({ name }) => String(name)), ...spentAt])];
  const names = (values: readonly string[]) => values.map((value) => ({ value, text: value }));
  return (
    <>
      <Select<string>
        label={words.provider}
        hidesLabel
        options={[{ value: '', text: words.anyProvider }, ...withValue(names(providers), filters.provider)]}
        value={filters.provider}
        onPick={(provider) => onChange({ provider })}
      />
      <Select<string>
        label={words.model}
        hidesLabel
        options={[{ value: '', text: words.anyModel }, ...withValue(names(models), filters.model)]}
        value={filters.model}
        onPick={(model) => onChange({ model })}
      />
      <Select<string>
        label={words.outcome}
        hidesLabel
        options={[
          { value: '', text: words.anyOutcome },
          ...LISTED_OUTCOMES.map((value) => ({ value, text: words.outcomes[value] })),
        ]}
        value={filters.outcome}
        onPick={(outcome) => onChange({ outcome })}
      />
      <Select<string>
        label={words.certainty}
        hidesLabel
        options={[
          { value: '', text: words.anyCertainty },
          ...CERTAINTIES.map((value) => ({ value, text: words.costs[value] })),
        ]}
        value={filters.certainty}
        onPick={(certainty) => onChange({ certainty })}
      />
    </>
  );
}
