import { CrashBench, scenes } from './crash-scenes.ts';

/** Does a scene's work over a file and kills itself before the n-th write: nothing can be tidied up. */
const [name, path = '', point = '1'] = process.argv.slice(2);
const scene = scenes.find((one) => one.name === name);
if (!scene) throw new Error('There is no such scene.');

const bench = new CrashBench(scene, path);
let writes = Number.NEGATIVE_INFINITY;
const store = bench.open({
  before: () => {
    writes += 1;
    if (writes === Number(point)) process.kill(process.pid, 'SIGKILL');
  },
});
writes = 0;
await bench.work(store);
