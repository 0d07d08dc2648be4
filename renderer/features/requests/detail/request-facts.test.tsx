// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aRequest, aState } from '../../../state/testing.ts';
import { draw } from '../../../ui/testing.tsx';
import { RequestFacts } from './request-facts.tsx';

test('a request of a session leads to all of them', () => {
  draw(<RequestFacts request={{ ...aRequest(1, 1), session: 'ses_12ab' }} timeZone="UTC" />, aState());
  expect(screen.getByText('ses_12ab')).toBeDefined();
  expect(screen.getByRole('link', { name: 'All requests of this session' }).getAttribute('href')).toBe(
    '#/requests?session=ses_12ab',
  );
});

test('a request without one says nothing of it', () => {
  draw(<RequestFacts request={aRequest(1, 1)} timeZone="UTC" />, aState());
  expect(screen.queryByText('Conversation')).toBeNull();
});
