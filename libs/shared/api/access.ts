import { type ExecutionContext, SetMetadata, UnauthorizedException, createParamDecorator } from '@nestjs/common';
import { type Action, type Actor, NOBODY, type SignedIn } from '@bota/shared/domain';

export const ALLOWED = 'bota:allow';
export const PUBLIC = 'bota:public';

/** The handler is for signed-in people and does this; to whom it is granted, the policy says. */
export const Allow = (action: Action) => SetMetadata(ALLOWED, action);

/** The handler is open to everybody; say why. */
export const Public = (why: string) => SetMetadata(PUBLIC, why);

/** A request after the guard has looked at its session. */
export type Asking = { actor?: Actor };

/** Who asks, signed in or not. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<Asking>().actor ?? NOBODY;
});

/** Who asks, on handlers that are for signed-in people only. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const actor = context.switchToHttp().getRequest<Asking>().actor;
  if (!actor?.personId) throw new UnauthorizedException();
  return { ...actor, personId: actor.personId };
});

/** The request id, for the log. */
export const RequestId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  return context.switchToHttp().getRequest<{ id: string }>().id;
});
