import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { BaseUrls } from '../features/welcome/base-urls.tsx';

/** How a tool is pointed at Purser. */
export function ConnectionsPage({ state }: { readonly state: StateView }): ReactNode {
  return (
    <section className="section" aria-labelledby="by-hand-title">
      <h2 id="by-hand-title">Point a tool at Purser</h2>
      <p className="soft">Give the tool a sub-key as its API key, and this as its base URL:</p>
      <BaseUrls state={state} />
    </section>
  );
}
