// An address of older builds, which may still be in a history or a bookmark. It needs no scripts, and has none.
export const csr = false;
