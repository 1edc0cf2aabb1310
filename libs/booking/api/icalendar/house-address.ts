import type { Config } from '@bota/shared/api';

/** The bare address letters of the house come from, of `Bota 75 <bota75@example.org>`. */
export const houseAddress = ({ MAIL_FROM }: Pick<Config, 'MAIL_FROM'>): string => /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM;
