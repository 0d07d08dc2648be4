import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * `npm start` as a person meets it: it must come up, answer on the dashboard and at the gateway, and stop when it is
 * asked to. Runs inside the bare machine on its Node 20, and imports nothing that must be installed.
 */

const UP_MS = 10 * 60_000;
const STOP_MS = 60_000;

/** @param {string} why @returns {never} */
function fail(why) {
  console.log(`npm start: ${why}`);
  process.exit(1);
}

// A free port: somebody on this machine may run Purser already.
const started = Date.now();
const npm = spawn('npm', ['start', '--', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
const ended = new Promise((done) => npm.once('close', done));
const late = setTimeout(() => {
  npm.kill('SIGTERM');
  fail(`did not come up within ${UP_MS / 60_000} minutes.`);
}, UP_MS);

let gateway = '';
for await (const line of createInterface({ input: npm.stdout })) {
  console.log(line);
  gateway ||= /^\s*Gateway:\s+(http\S+)/.exec(line)?.[1] ?? '';
  // Nobody looks at a terminal here, so it says which command prints the link.
  if (gateway !== '' && line.includes('purser open')) break;
}
clearTimeout(late);
// Nobody reads its output from here on, and that must not keep it waiting.
npm.stdout.resume();
if (gateway === '') fail(`ended with ${await ended} before it said where it is.`);
console.log(`up after ${Math.round((Date.now() - started) / 1000)} s`);

// The link works once: the page hands in what stands behind its `#`, and gets a bearer.
const asking = spawnSync('npx', ['purser', 'open', '--json'], { encoding: 'utf8' });
if (asking.status !== 0) fail(`purser open ended with ${asking.status}: ${asking.stderr}`);
const dashboard = new URL(JSON.parse(asking.stdout).link);
const login = await fetch(new URL('/login', dashboard), {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ code: dashboard.hash.replace('#login=', '') }),
});
if (login.status !== 200) fail(`the dashboard answered its own link with ${login.status}.`);
const page = await fetch(new URL('/', dashboard));
const html = await page.text();
if (page.status !== 200 || !html.includes('id="root"'))
  fail(`the dashboard answered ${page.status}: ${html.slice(0, 200)}`);
const asked = await fetch(new URL('/openai/v1/models', gateway), {
  headers: { authorization: 'Bearer sk-purser-none' },
});
if (asked.status !== 401) fail(`the gateway answered a key that nobody issued with ${asked.status}, not with 401.`);
console.log('the dashboard answers, and the gateway turns away a key that nobody issued');

npm.kill('SIGTERM');
const patience = setTimeout(() => fail(`did not stop within ${STOP_MS / 1000} s.`), STOP_MS);
const code = await ended;
clearTimeout(patience);
const open = await fetch(gateway).then(
  () => true,
  () => false,
);
if (open) fail(`ended with ${code}, but its gateway still answers.`);
console.log(`npm start came up, answered and stopped (exit code ${code})`);
process.exit(0);
