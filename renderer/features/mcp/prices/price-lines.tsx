import { useRef } from 'react';
import type { ReactNode } from 'react';
import { say } from '../../../strings/say.ts';
import { Field } from '../../../ui/form/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { emptyLine } from './read-prices.ts';
import type { PriceLine } from './read-prices.ts';

interface PriceLinesProps {
  readonly lines: readonly PriceLine[];
  onLines(lines: readonly PriceLine[]): void;
}

/** Prices, a line each: which tools, what a call costs, and what each unit of an argument costs. */
export function PriceLines({ lines, onLines }: PriceLinesProps): ReactNode {
  const adder = useRef<HTMLButtonElement>(null);
  const { mcp } = say;
  const change = (id: number, changes: Partial<PriceLine>): void =>
    onLines(lines.map((line) => (line.id === id ? { ...line, ...changes } : line)));
  const field = (line: PriceLine, part: 'tools' | 'call' | 'argument' | 'unit', label: string): ReactNode => (
    <Field
      label={label}
      hidesLabel
      value={line[part]}
      placeholder={mcp.priceHeads[part]}
      {...((part === 'call' || part === 'unit') && { prefix: '$', inputMode: 'decimal' })}
      onText={(text) => change(line.id, { [part]: text })}
    />
  );
  return (
    <div className="mcp-price-lines">
      {lines.length > 0 && (
        <div className="mcp-price-line mcp-price-heads faint" aria-hidden="true">
          <span>{mcp.priceHeads.tools}</span>
          <span>{mcp.priceHeads.call}</span>
          <span>{mcp.priceHeads.argument}</span>
          <span>{mcp.priceHeads.unit}</span>
        </div>
      )}
      {lines.map((line, index) => (
        <div key={line.id} className="mcp-price-line" role="group">
          {field(line, 'tools', mcp.priceTools(index + 1))}
          {field(line, 'call', mcp.priceCall(index + 1))}
          {field(line, 'argument', mcp.priceArgument(index + 1))}
          {field(line, 'unit', mcp.priceUnit(index + 1))}
          <button
            type="button"
            className="icon-button"
            aria-label={mcp.removePrice(index + 1)}
            onClick={() => {
              onLines(lines.filter(({ id }) => id !== line.id));
              adder.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button ref={adder} type="button" className="text-button" onClick={() => onLines([...lines, emptyLine(lines)])}>
        {mcp.addPrice}
      </button>
    </div>
  );
}
