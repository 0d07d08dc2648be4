import { useLayoutEffect, useRef } from 'react';
import type { PageId } from '../../shared/page-routes.ts';

/**
 * Another page is seen from its top: the address changes without the browser, which would do that. Before a part that
 * the address names is brought into sight.
 */
export function useTopOfPage(page: PageId): void {
  const last = useRef(page);
  useLayoutEffect(() => {
    if (last.current === page) return;
    last.current = page;
    window.scrollTo(0, 0);
  }, [page]);
}
