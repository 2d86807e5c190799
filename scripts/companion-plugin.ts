import { readFile } from 'node:fs/promises';
import {
	CompanionError,
	lintCompanion,
	parseCompanion,
	type Companion
} from '../src/lib/companion/companion.ts';

/**
 * Vite plugin: a companion file is imported as data, so that no page ships the parser, and a reading page
 * only the part that is read:
 *
 *   import companion from './x.companion.md'            all of it
 *   import outline from './x.companion.md?outline'      the sections without passages and prompts, no findings
 *   import findings from './x.companion.md?findings'    what its prompts lean on
 *   import sections from './x.companion.md?sections'    a function for each section that loads it
 *
 * A file that breaks the format or the lint fails the build with its lines.
 */
export function companionPlugin() {
	return {
		name: 'own-voice:companion',
		enforce: 'pre' as const,
		async load(id: string): Promise<string | null> {
			const [file = '', query = ''] = id.split('?');
			if (!file.endsWith('.companion.md')) return null;
			const companion = read(file, await readFile(file, 'utf8'));
			if (query === 'sections') {
				const loads = companion.sections.map((_, index) => {
					return `() => import(${JSON.stringify(`${file}?section=${index}`)})`;
				});
				return `export default [${loads.join(', ')}];`;
			}
			return `export default ${JSON.stringify(partOf(companion, query))};`;
		}
	};
}

function partOf(companion: Companion, query: string): unknown {
	if (query === 'outline') {
		const sections = companion.sections.map(({ id, number, name, heading }) => {
			return { id, number, name, heading };
		});
		const { findings: _, ...rest } = companion;
		return { ...rest, sections };
	}
	if (query === 'findings') return companion.findings;
	const [key, index] = query.split('=');
	return key === 'section' ? companion.sections[Number(index)] : companion;
}

function read(file: string, text: string): Companion {
	try {
		const { companion, lines } = parseCompanion(text);
		const findings = lintCompanion(companion, lines);
		if (findings.length === 0) return companion;
		throw new Error(
			findings.map(({ line, rule, message }) => `${file}:${line} ${rule} ${message}`).join('\n')
		);
	} catch (error) {
		if (!(error instanceof CompanionError)) throw error;
		throw new Error(
			error.problems
				.map(({ line, code, reason }) => `${file}:${line} ${code} ${reason}`)
				.join('\n'),
			{ cause: error }
		);
	}
}
