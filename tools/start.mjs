/** `npm start`: builds the app when something changed since the last time, and serves it on this machine. */
import { build, dist } from './build.mjs';
import { failServing, parsePort, serve } from './serve.mjs';
import { afterSetup } from './setup.mjs';

await afterSetup(async () => {
  try {
    const port = parsePort(process.env.PORT || '4173');
    // A port in use is told before the build, not minutes later.
    (await serve({ folder: dist, port })).close();
    if (!(await build())) {
      process.stderr.write(
        '\n組み立てられませんでした（上を見てください）。 / The build failed, see above.\n',
      );
      process.exit(1);
    }
    const server = await serve({ folder: dist, port });
    process.stdout.write(
      `\nともよみ  http://localhost:${server.port}/\n（とめるには Ctrl+C / Ctrl+C stops it）\n`,
    );
  } catch (error) {
    failServing(error);
  }
});
