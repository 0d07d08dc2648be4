import type { ReactNode, RefObject } from 'react';
import { SERIES_GROUPS } from '../../../shared/contract/usage-views.ts';
import type { SeriesGroup } from '../../../shared/contract/usage-views.ts';
import type { ChartRow } from '../../state/chart/series.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/file/save-file.ts';
import { Segmented } from '../../ui/form/segmented.tsx';
import { svgToPng } from '../../ui/file/svg-to-png.ts';
import { chartCsv } from './csv.ts';
import type { ChartGroup } from './groups.ts';

const SHAPES = ['chart', 'table'] as const;
export type Shape = (typeof SHAPES)[number];

interface ChartToolsProps {
  readonly rows: readonly ChartRow[];
  readonly groups: readonly ChartGroup[];
  readonly by: SeriesGroup;
  readonly shape: Shape;
  readonly compares: boolean;
  readonly mayCompare: boolean;
  /** Without its ending. */
  readonly fileName: string;
  readonly timeZone: string;
  /** The element that the chart is drawn in. */
  readonly place: RefObject<HTMLElement | null>;
  onBy(by: SeriesGroup): void;
  onShape(shape: Shape): void;
  onCompares(compares: boolean): void;
}

/** By what the bars are stacked, as what they are shown, and the same as a file. */
export function ChartTools({
  rows,
  groups,
  by,
  shape,
  compares,
  mayCompare,
  fileName,
  timeZone,
  place,
  onBy,
  onShape,
  onCompares,
}: ChartToolsProps): ReactNode {
  return (
    <div className="chart-tools">
      <Segmented<SeriesGroup>
        label={say.spendChart.stackedBy}
        options={SERIES_GROUPS.map((value) => ({ value, text: say.spendChart.groups[value] }))}
        value={by}
        onPick={onBy}
      />
      <Segmented<Shape>
        label={say.spendChart.showAs}
        options={SHAPES.map((value) => ({ value, text: say.spendChart.shapes[value] }))}
        value={shape}
        onPick={onShape}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={compares}
          disabled={!mayCompare}
          onChange={(event) => onCompares(event.currentTarget.checked)}
        />
        {say.spendChart.compare}
      </label>
      <span className="chart-exports">
        <Button
          kind="quiet"
          icon="download"
          aria-label={say.spendChart.exportCsv}
          title={say.spendChart.exportCsv}
          onClick={() =>
            saveFile(`${fileName}.csv`, new Blob([chartCsv(rows, groups, timeZone)], { type: 'text/csv' }))
          }
        >
          {say.spendChart.csvFile}
        </Button>
        {shape === 'chart' && (
          <Button
            kind="quiet"
            icon="download"
            aria-label={say.spendChart.exportPng}
            title={say.spendChart.exportPng}
            onClick={() => void savePicture(place.current, `${fileName}.png`)}
          >
            {say.spendChart.pngFile}
          </Button>
        )}
      </span>
    </div>
  );
}

async function savePicture(place: HTMLElement | null, name: string): Promise<void> {
  const chart = place?.querySelector<SVGSVGElement>('.recharts-surface');
  const picture = chart && (await svgToPng(chart));
  if (picture) saveFile(name, picture);
}
