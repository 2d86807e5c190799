// Becomes 404.html, which a host gives for any unknown address: a whole page that needs no scripts.
export const csr = false;
export const trailingSlash = 'never';
