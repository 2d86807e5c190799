import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Makes a folder the home of WebKitGTK, so that it keeps nothing anywhere else.
 *
 * @param {string} home
 * @returns {Promise<{ env: NodeJS.ProcessEnv, downloads: string }>} the environment that says so, and where what
 *   is saved from a page lands
 */
export async function webKitHome(home) {
	const downloads = join(home, 'downloads');
	const config = join(home, 'config');
	await mkdir(config, { recursive: true });
	// It asks nobody where a download goes: to the folder that the desktop has for them.
	await writeFile(join(config, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
	const env = {
		...process.env,
		HOME: home,
		XDG_CONFIG_HOME: config,
		XDG_DATA_HOME: join(home, 'data'),
		XDG_CACHE_HOME: join(home, 'cache')
	};
	return { env, downloads };
}
