import { StreamableFile } from '@nestjs/common';
import type { Document } from './statements.service';

/** A document as a download; its name is plain ASCII. */
export const sent = ({ bytes, name }: Document, type: string): StreamableFile =>
  new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.length });
