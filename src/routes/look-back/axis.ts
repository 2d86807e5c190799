/** The end of an axis from nought: the next round number with a whole half. */
export function roundedUp(most: number): number {
	const ten = 10 ** Math.max(1, Math.floor(Math.log10(Math.max(most, 1))));
	return ([1, 2, 4, 6, 8, 10].find((one) => one * ten >= most) ?? 10) * ten;
}
