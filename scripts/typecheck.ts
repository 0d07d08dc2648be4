import { checkTypes, typeZones } from './static-checks.ts';

for (const zone of typeZones()) {
  const result = await checkTypes(zone);
  console.log(`${result.code === 0 ? ' ok ' : 'FAIL'}  ${zone}  ${result.seconds.toFixed(1)} s`);
  if (result.code !== 0) {
    console.log(result.output);
    process.exitCode = 1;
  }
}
