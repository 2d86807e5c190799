import { readFile } from 'node:fs/promises';
import { CompanionError, lintCompanion, parseCompanion } from '../src/lib/companion/companion.ts';

/**
 * Vite plugin: `import companion from './x.companion.md'` gives the parsed companion as data, so that
 * no page ships the parser. A file that breaks the format or the lint fails the build with its lines.
 */
export function companionPlugin() {
	return {
		name: 'own-voice:companion',
		enforce: 'pre' as const,
		async load(id: string): Promise<string | null> {
			const file = id.split('?')[0] ?? id;
			if (!file.endsWith('.companion.md')) return null;
			const text = await readFile(file, 'utf8');
			try {
				const { companion, lines } = parseCompanion(text);
				const findings = lintCompanion(companion, lines);
				if (findings.length === 0) return `export default ${JSON.stringify(companion)};`;
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
	};
}
