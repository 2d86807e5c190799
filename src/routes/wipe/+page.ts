// An address of older builds, kept for whoever has it in a history or a bookmark. It needs no scripts, and has none.
export const csr = false;
