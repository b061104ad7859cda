// Builds the four bundles of the front end. Usage: node build.mjs BROWSER_FOLDER SERVER_FOLDER
//   site.js           in the browser, on every page: theme switch, and loads charts.js where a page has a chart
//   charts.js         in the browser: turns the charts drawn by the server into interactive ones
//   office.js         in the browser, on pages that stay connected: starts the connection, keys, drafts, the notice of a lost connection
//   charts-server.js  in the program (Jint): draws a chart option as SVG
import { build } from 'esbuild';

const [browser = '../wwwroot/dist', server = '../../../artifacts/client'] = process.argv.slice(2);

const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', __DEV__: 'false' },
};

await Promise.all([
  build({ ...shared, entryPoints: ['site.js'], outfile: `${browser}/site.js`, format: 'esm', target: 'es2022', external: ['./charts.js'] }),
  build({ ...shared, entryPoints: ['charts.js'], outfile: `${browser}/charts.js`, format: 'esm', target: 'es2022' }),
  build({ ...shared, entryPoints: ['office.js'], outfile: `${browser}/office.js`, format: 'esm', target: 'es2022' }),
  build({ ...shared, entryPoints: ['charts-server.js'], outfile: `${server}/charts-server.js`, format: 'iife', target: 'es2020' }),
]);
