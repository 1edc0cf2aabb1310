export interface ImportWish {
  file: string;
  url: string;
  /** Slug or id. */
  space: string;
  createRooms?: boolean;
  shiftWeeks?: number;
  organisation?: string;
  email?: string;
  password?: string;
}

export interface ImportResult {
  created: number;
  unchanged: number;
  roomsCreated: string[];
  refused: { title: string; start: string; reason: string }[];
}

/** Books the events of a file; what was booked before stays as it is. */
export function importCalendar(wish: ImportWish, options?: { say?: (line: string) => void }): Promise<ImportResult>;
