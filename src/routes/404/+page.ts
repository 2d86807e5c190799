// Becomes 404.html, which a host serves for any unknown address: a complete page that needs no scripts.
export const csr = false;
export const trailingSlash = 'never';
