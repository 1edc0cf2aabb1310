/** After how many days without a new one a backup is too old. */
export const BACKUP_DAYS = 2;

/** Whether the last backup is too old: more than two days of 24 hours ago. */
export const isBackupOld = (at: Date, now: Date): boolean => now.getTime() - at.getTime() > BACKUP_DAYS * 86_400_000;
