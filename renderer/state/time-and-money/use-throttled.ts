import { useEffect, useRef, useState } from 'react';

/**
 * A value that changes many times a second, looked at now and then: for what takes long to draw.
 * @param key when another thing altogether is meant (another range, another page), it is there at once
 */
export function useThrottled<T>(value: T, key: unknown, everyMs: number): T {
  const [shown, setShown] = useState({ value, key });
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = { value, key };
    setShown((before) => (Object.is(before.key, key) ? before : latest.current));
  }, [value, key]);
  useEffect(() => {
    const timer = setInterval(
      () => setShown((before) => (Object.is(before.value, latest.current.value) ? before : latest.current)),
      everyMs,
    );
    return () => clearInterval(timer);
  }, [everyMs]);
  return Object.is(shown.key, key) ? shown.value : value;
}
