import { join } from 'node:path';
import process from 'node:process';
import { build, type Plugin } from 'vite';

/** Where the server of the tests has the scripts of the workers, each below it by its path. */
const PLACE = '/@bundled-worker';
const QUERY = '?worker&url';

/**
 * Serves each worker to the browser tests as one file, as the build makes it. Vite's server would hand a worker its
 * modules one by one, which takes a third of a second each time one starts, and hardly a test opens no journal. A worker
 * that was changed is bundled anew with the next start of the tests.
 *
 * @param define what the configuration defines for the app
 */
export function bundledWorkersPlugin(define: Record<string, string>): Plugin {
	const bundles = new Map<string, Promise<string>>();
	let root = '';
	const bundled = (path: string): Promise<string> => {
		const known = bundles.get(path) ?? bundle(join(root, path), join(root, 'src/lib'), define);
		bundles.set(path, known);
		return known;
	};
	return {
		name: 'bundled-workers',
		enforce: 'pre',
		apply: () => process.env['VITEST'] !== undefined,
		configResolved(config) {
			root = config.root;
		},
		async resolveId(source, importer) {
			if (!source.endsWith(QUERY)) return null;
			const found = await this.resolve(source.slice(0, -QUERY.length), importer);
			return found && `\0bundled-worker:${found.id.slice(root.length)}`;
		},
		load(id) {
			const [, path] = /^\0bundled-worker:(.*)$/.exec(id) ?? [];
			return path === undefined ? null : `export default ${JSON.stringify(PLACE + path)}`;
		},
		configureServer(server) {
			server.middlewares.use(PLACE, (request, response, next) => {
				bundled((request.url ?? '').split('?')[0] ?? '').then((code) => {
					// The same for as long as the tests run.
					response.setHeader('cache-control', 'max-age=3600');
					response.setHeader('content-type', 'text/javascript');
					response.end(code);
				}, next);
			});
		}
	};
}

async function bundle(input: string, lib: string, define: Record<string, string>): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: 'error',
		define,
		resolve: { alias: { $lib: lib } },
		build: {
			write: false,
			minify: false,
			target: 'es2022',
			rolldownOptions: { input, output: { format: 'es', codeSplitting: false } }
		}
	});
	const [made] = Array.isArray(result) ? result : [result];
	if (!('output' in made)) throw new Error(`${input} was not bundled`);
	return made.output[0].code;
}
