import type { ReactNode } from 'react';
import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { providerName } from './provider-names.ts';

interface RegionFieldProps {
  readonly kind: ProviderKind;
  readonly region: string;
  onText(region: string): void;
}

/** Asks for the region of a cloud; of every other provider nothing. */
export function RegionField({ kind, region, onText }: RegionFieldProps): ReactNode {
  if (PROVIDER_RECORDS[kind].regionUrl === undefined) return null;
  return (
    <Field
      label={say.providers.region}
      value={region}
      placeholder={say.providers.regionExample}
      hint={say.providers.regionHint(providerName(kind))}
      onText={onText}
    />
  );
}
