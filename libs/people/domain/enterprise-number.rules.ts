/** The ten digits of a Belgian enterprise number (BCE/KBO) as people write it: `BE 0123.456.749`, `0123456749`, or the nine digits of before 2005. */
export function normaliseEnterpriseNumber(text: string): string {
  const plain = text.replace(/[\s.\-/]/g, '').replace(/^BE/i, '');
  return /^\d{9}$/.test(plain) ? `0${plain}` : plain;
}

/**
 * Why a normalised number is none: it is not ten digits beginning with 0 or 1, or its last two digits are not 97 less the remainder of
 * the first eight by 97 (Royal decree of 24 June 2003, art. 2). Null when it is one.
 */
export function whyNotEnterpriseNumber(digits: string): 'not-ten-digits' | 'wrong-check' | null {
  if (!/^[01]\d{9}$/.test(digits)) return 'not-ten-digits';
  return 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8)) ? null : 'wrong-check';
}

/** As it is printed: `0123.456.749`. */
export const formatEnterpriseNumber = (digits: string): string => `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}`;
