import { useState } from 'react';
import type { ReactNode } from 'react';
import { PROVIDER_GROUPS, PROVIDER_KINDS } from '../../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { Select } from '../../ui/form/select.tsx';
import { matchingKinds, providerName } from './provider-names.ts';

interface PickKindProps {
  readonly kind: ProviderKind;
  onPick(kind: ProviderKind): void;
}

/** The kinds of provider, those that most people have first; a search leaves only those it finds, and picks the first. */
export function PickKind({ kind, onPick }: PickKindProps): ReactNode {
  const [wanted, setWanted] = useState('');
  const found = matchingKinds(wanted);
  // What is picked stays in the list, or the list would show another one.
  const optionsOf = (kinds: readonly ProviderKind[]) =>
    kinds
      .filter((value) => value === kind || found.includes(value))
      .map((value) => ({ value, text: providerName(value) }));
  const { usual, more, own } = PROVIDER_GROUPS;

  function search(typed: string): void {
    setWanted(typed);
    const [first] = matchingKinds(typed);
    if (typed.trim() !== '' && first !== undefined) onPick(first);
  }

  return (
    <>
      <Field
        label={say.providers.search}
        hidesLabel
        type="search"
        value={wanted}
        placeholder={say.providers.searchAmong(PROVIDER_KINDS.length)}
        onText={search}
        onKeyDown={(event) => {
          // The key is still to be pasted.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <Select<ProviderKind>
        label={say.providers.kind}
        options={optionsOf(usual)}
        groups={[
          { name: say.providers.groups.more, options: optionsOf(more) },
          { name: say.providers.groups.own, options: optionsOf(own) },
        ]}
        value={kind}
        onPick={onPick}
      />
    </>
  );
}
