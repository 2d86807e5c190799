/** Said of a recovery code that was typed and is none. */
export const NO_CODE = 'Something in it is not right. Capital letters and spaces do not matter.';
