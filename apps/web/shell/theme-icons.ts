import type { IconName, ThemeName } from '@bota/shared/ui';

export const THEME_ICONS: Record<ThemeName, IconName> = { system: 'contrast', light: 'light_mode', dark: 'dark_mode' };
