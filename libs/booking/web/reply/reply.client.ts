import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type BookingReply, BookingReplyList, type ReplyHere, ReplyQuestion } from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';

/** Whether changes suit whom they concern: by the secret of a letter, or in the application. */
@Injectable({ providedIn: 'root' })
export class Replies {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest: string): string => `/api/spaces/${this.space.ref()}/${rest}`;

  question = (token: string): Promise<ReplyQuestion> => this.asked('booking-replies/question', { token });
  answerByLink = (token: string, said: ReplyHere): Promise<ReplyQuestion> => this.asked('booking-replies', { token, ...said });
  answerHere = async (bookingId: string, said: ReplyHere): Promise<void> => this.send(`bookings/${bookingId}/reply`, said);
  settle = async (bookingId: string, { id }: BookingReply): Promise<void> =>
    this.send(`bookings/${bookingId}/replies/${id}/settlement`, {});

  private async asked(rest: string, body: object): Promise<ReplyQuestion> {
    return ReplyQuestion.parse(await firstValueFrom(this.http.post(this.at(rest), body)));
  }

  private async send(rest: string, body: object): Promise<void> {
    await firstValueFrom(this.http.post(this.at(rest), body));
  }
}

/** Who is asked about a booking, when the reader may know. */
export const repliesResource = (bookingId: () => string | undefined) => {
  const replies = inject(Replies);
  return resourceFor(
    () => {
      const id = bookingId();
      return id && replies.at(`bookings/${id}/replies`);
    },
    (answer) => BookingReplyList.parse(answer),
  );
};
