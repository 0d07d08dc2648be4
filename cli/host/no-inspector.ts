/*
 * Imported before anything else. Node opens its inspector for whoever sends SIGUSR1, on a port that every user of the
 * machine reaches: with it, provider keys can be read from this process's memory. A listener of one's own takes the
 * place of Node's. Source: https://nodejs.org/api/process.html#signal-events, read 2026-11-30
 */
if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);
