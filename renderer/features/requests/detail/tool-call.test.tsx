// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aRefusal, aRequest, aState } from '../../../state/testing.ts';
import { draw } from '../../../ui/testing.tsx';
import { RefusalDetailPanel } from './refusal-detail.tsx';
import { RequestDetailPanel } from './request-detail.tsx';

const state = aState();
const terms = (): readonly (string | null)[] => screen.getAllByRole('term').map(({ textContent }) => textContent);

test('the panel of a tool call says what it is, and nothing of tokens or statuses', async () => {
  const request = {
    ...aRequest(1, 1),
    provider: 'memory',
    model: 'memory/delete_all',
    endpoint: 'tools/call',
    status: null,
  };
  draw(
    <RequestDetailPanel
      request={request}
      agent={state.agents[0]}
      subKey={undefined}
      timeZone="UTC"
      now={1}
      onClose={vi.fn()}
    />,
    state,
    {
      usage: {
        request: () =>
          Promise.resolve({
            request,
            reserved: 10_000_000,
            usage: [],
            rates: [],
            costs: [],
            answered: null,
            audit: [],
          }),
      },
    },
  );
  expect(await screen.findByRole('heading', { name: 'A tool call' })).toBeDefined();
  expect(terms()).toEqual(expect.arrayContaining(['Tool', 'MCP server']));
  expect(terms()).not.toContain('HTTP status');
  expect(screen.queryByText('Tokens')).toBeNull();
  expect(screen.queryByText('No usage was reported.')).toBeNull();
});

test('a refused one names the tool and the rule', () => {
  const refusal = aRefusal(1, 1, { rule: 'mcp-on-call', model: 'memory/delete_all', provider: 'memory', endpoint: '' });
  draw(<RefusalDetailPanel refusal={refusal} subKey={undefined} timeZone="UTC" onClose={vi.fn()} />, state);
  expect(screen.getByText('The tool was not called, and nothing was spent.')).toBeDefined();
  expect(screen.getByText('not allowed by you (mcp-on-call)')).toBeDefined();
  expect(terms()).toEqual(expect.arrayContaining(['Tool', 'MCP server']));
});
