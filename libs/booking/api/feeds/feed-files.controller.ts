import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ComesFrom } from '@bota/people/api';
import { Answers, Header, Public } from '@bota/shared/api';
import { SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { FeedReads, type FeedText } from './feed.reads';

const FileName = z.string().min(1).max(100);
const Known = z.string().max(2000).optional();
const KNOWN = { name: 'If-None-Match', required: false, description: 'ETag of what the calendar has; 304 when it is still the same' };

/** iCalendar files (RFC 5545) for calendars that follow the house. */
@ApiTags('booking')
@Controller('api')
export class FeedFilesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly reads: FeedReads,
  ) {}

  @Get('calendars/:file')
  @Public('calendars have no session: the name of the file is the secret')
  @ApiHeader(KNOWN)
  @Answers('A calendar by its secret link `<token>.ics`', { file: ['text/calendar'] }, 'not-found', 'too-many-attempts')
  async secret(
    @Param('file', { schema: FileName }) file: string,
    @Header('if-none-match', Known) known: string | undefined,
    @ComesFrom() { address }: { address: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return send(await this.reads.secret(file, address), known, reply);
  }

  @Get('spaces/:space/calendar.ics')
  @Public('public bookings are public')
  @ApiHeader(KNOWN)
  @Answers('The public bookings of a house, to subscribe to', { file: ['text/calendar'] }, 'not-found', 'too-many-attempts')
  async public(
    @Param('space', { schema: SpaceRef }) ref: string,
    @Header('if-none-match', Known) known: string | undefined,
    @ComesFrom() { address }: { address: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return send(await this.reads.public(await this.spaces.find(ref), address), known, reply);
  }
}

/** Compared as RFC 9110 13.1.2 wants it: whether a tag is weak says nothing here, and what stands between may have changed that. */
const isKnown = (known: string, etag: string): boolean =>
  known.trim() === '*' || known.split(',').some((tag) => opaque(tag.trim()) === opaque(etag));
const opaque = (tag: string): string => tag.replace(/^W\//, '');

/** Kept by calendars, and asked for again each time: rights may have changed. */
function send({ text, etag }: FeedText, known: string | undefined, reply: FastifyReply): string {
  void reply.header('etag', etag).header('cache-control', 'private, no-cache').header('content-type', 'text/calendar; charset=utf-8');
  if (!known || !isKnown(known, etag)) return text;
  void reply.status(304);
  return '';
}
