/** Only addresses of this site: `//elsewhere` and `https:` are not. */
export const ownAddress = (address: string | undefined): string => (address && /^\/(?![/\\])/.test(address) ? address : '/');
