import type { ReactNode, RefObject } from 'react';
import { hrefOf } from '../../shared/page-routes.ts';
import type { PageId } from '../../shared/page-routes.ts';
import { say } from '../strings/say.ts';

interface SkipLinkProps {
  readonly page: PageId;
  readonly to: RefObject<HTMLElement | null>;
}

/** The first stop of the keyboard: past the navigation, to the page itself. Seen only while it has the focus. */
export function SkipLink({ page, to }: SkipLinkProps): ReactNode {
  return (
    <a
      className="skip-link"
      href={hrefOf(page)}
      onClick={(event) => {
        // The address stays as it is: what stands after its # is the page, and what the page was asked for.
        event.preventDefault();
        to.current?.focus();
      }}
    >
      {say.shell.skip}
    </a>
  );
}
