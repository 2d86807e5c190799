import { expect, test } from 'vitest';
import { openCommand } from '../../../scripts/start.mjs';

test.each([
	['darwin', {}, 'open'],
	['win32', {}, 'cmd'],
	['linux', { DISPLAY: ':0' }, 'xdg-open'],
	['linux', { WAYLAND_DISPLAY: 'w' }, 'xdg-open'],
	['linux', {}, undefined],
	['darwin', { CI: '1' }, undefined],
	['win32', { OWN_VOICE_NO_OPEN: '1' }, undefined]
] as const)('on %s with %j the address opens with %s', (platform, env, program) => {
	expect(openCommand('http://localhost:1/', platform, env)?.[0]).toBe(program);
});
