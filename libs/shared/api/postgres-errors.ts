type PostgresError = { code?: string; constraint?: string; driverError?: PostgresError };

const postgres = (error: unknown): PostgresError => (error as PostgresError).driverError ?? (error as PostgresError) ?? {};

/** Whether the statement failed on this constraint. */
export const breaks = (error: unknown, constraint: string): boolean => postgres(error).constraint === constraint;

/** The SQLSTATE of a failed statement. */
export const sqlState = (error: unknown): string | undefined => postgres(error).code;

/** Deadlock or serialisation failure: the same again may well succeed. */
export const isRetryable = (error: unknown): boolean => ['40P01', '40001'].includes(sqlState(error) ?? '');
