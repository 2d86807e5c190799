/** What is said of a code that cannot be one. */
export const invalidCodeText = 'Something in it is not right. Capital letters and spaces do not matter.';
