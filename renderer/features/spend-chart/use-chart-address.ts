import { useCallback, useEffect } from 'react';
import { hrefOf } from '../../../shared/page-routes.ts';
import { useRoute } from '../../shell/use-route.ts';
import { chartIn, chartParams, viewIn } from '../../state/chart/chart-address.ts';
import type { ChartAddress } from '../../state/chart/chart-address.ts';
import { isSameChart } from '../../state/chart/zoom.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';

/** The choice on the chart, and the way to another one. */
interface AddressedChart extends ChartAddress {
  change(changes: Partial<ChartAddress>): void;
}

/** The choice on the chart stands in the address: back, forward and bookmarks keep it. */
export function useChartAddress(): AddressedChart {
  const session = useSession();
  const { chart } = useDashboard();
  const { params } = useRoute();
  const { only, isTable, compares } = viewIn(params);

  // A link, a bookmark, or the way back.
  useEffect(() => {
    const asked = chartIn(params);
    if (asked !== undefined && !isSameChart(asked, session.store.get().chart)) session.setChart(asked);
  }, [params, session]);

  const change = useCallback(
    (changes: Partial<ChartAddress>) => {
      const before = { chart, only, isTable, compares };
      // The way back leads to what is seen now, though the address did not say it yet.
      if (chartIn(params) === undefined)
        window.history.replaceState(window.history.state, '', hrefOf('overview', chartParams(before)));
      if (changes.chart !== undefined) session.setChart(changes.chart);
      window.location.hash = hrefOf('overview', chartParams({ ...before, ...changes }));
      // The browser's own event comes later: what was clicked shows at once.
      window.dispatchEvent(new Event('hashchange'));
    },
    [session, chart, only, isTable, compares, params],
  );
  return { chart, only, isTable, compares, change };
}
