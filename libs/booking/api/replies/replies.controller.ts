import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BookingReplyList, ReplyByLink, ReplyHere, ReplyLink, ReplyQuestion } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, Public, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { Replies } from './replies.service';

const REFUSED = ['not-found', 'link/over', 'reply/over', 'reply/changed-since', 'too-many-attempts'] as const;

@ApiTags('booking')
@Controller('api/spaces/:space')
export class RepliesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly replies: Replies,
  ) {}

  @Post('booking-replies/question')
  @HttpCode(200)
  @Public('the secret of the letter says who it is')
  @Answers('What the link of a letter asks; changes nothing', { schema: ReplyQuestion }, ...REFUSED)
  async question(
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: ReplyLink }) { token }: ReplyLink,
    @Req() { ip: address }: FastifyRequest,
    @RequestId() requestId: string,
  ): Promise<ReplyQuestion> {
    return this.replies.question({ space: await this.spaces.find(ref), address, requestId }, token);
  }

  @Post('booking-replies')
  @HttpCode(200)
  @Public('the secret of the letter says who it is')
  @Answers(
    'Answer whether a change suits, with the secret of the letter; another answer takes its place',
    { schema: ReplyQuestion },
    ...REFUSED,
  )
  async answerByLink(
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: ReplyByLink }) reply: ReplyByLink,
    @Req() { ip: address }: FastifyRequest,
    @RequestId() requestId: string,
  ): Promise<ReplyQuestion> {
    return this.replies.answerByLink({ space: await this.spaces.find(ref), address, requestId }, reply);
  }

  @Get('bookings/:id/replies')
  @Allow('booking:edit')
  @Answers(
    'Who is asked whether a change suits, and what they said',
    { schema: BookingReplyList },
    'not-signed-in',
    'booking/not-yours',
    'not-found',
  )
  async list(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<BookingReplyList> {
    return { items: await this.replies.list({ person, space: await this.spaces.find(ref) }, id) };
  }

  @Post('bookings/:id/reply')
  @HttpCode(204)
  @Allow('booking:read')
  @Answers(
    'Answer whether a change of one’s booking suits',
    { status: 204 },
    ...(['not-signed-in', 'not-found', 'reply/not-asked', 'reply/over'] as const),
  )
  async answerHere(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReplyHere }) reply: ReplyHere,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.replies.answerHere({ person, space: await this.spaces.find(ref), requestId }, id, reply);
  }

  @Post('bookings/:id/replies/:reply/settlement')
  @HttpCode(204)
  @Allow('booking:decide')
  @Answers('What did not suit is seen to', { status: 204 }, 'not-signed-in', 'not-allowed', 'not-found')
  async settle(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Param('reply', { schema: Id }) reply: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.replies.settle({ person, space: await this.spaces.find(ref), requestId }, id, reply);
  }
}
