import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify, type Plugin } from 'vite';

/**
 * Minifies the scripts that stand in `static/`: they run before anything else does, so every page waits for them. Vite
 * copies that folder as it is. Fails the build where one does not parse.
 */
export function minifyStaticPlugin(): Plugin {
	return {
		name: 'minify-static',
		apply: 'build',
		writeBundle: {
			order: 'post',
			sequential: true,
			async handler({ dir }) {
				if (!dir) return;
				const scripts = (await readdir(dir)).filter((name) => /^(cover|early)\.js$/.test(name));
				for (const name of scripts) {
					const path = join(dir, name);
					const { code, errors } = await minify(name, await readFile(path, 'utf8'));
					if (errors.length > 0) this.error(`${name} cannot be minified: ${errors[0]?.message}`);
					await writeFile(path, code);
				}
			}
		}
	};
}
