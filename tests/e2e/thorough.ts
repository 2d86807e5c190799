/** Whether `THOROUGH=1` asks for everything at its full length, as `npm run test:all` has it. */
export const thorough = process.env['THOROUGH'] === '1';
