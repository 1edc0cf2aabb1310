import { type ExecutionContext, SetMetadata, UnauthorizedException, createParamDecorator } from '@nestjs/common';
import { type Actor, NOBODY, type SignedIn } from '@bota/shared/domain';

export const ALLOWED = 'bota:allow';
export const PUBLIC = 'bota:public';

/** What a handler lets a signed-in person do; finer rules live in the domain's policy. */
export type Permission =
  | 'session:end'
  | 'me:read'
  | 'me:edit'
  | 'password:change'
  | 'sessions:read'
  | 'sessions:end'
  | 'me:export'
  | 'me:erase'
  | 'members:read'
  | 'members:manage'
  | 'membership:ask'
  | 'membership:leave'
  | 'team:read'
  | 'team:manage'
  | 'outbox:read'
  | 'log:read'
  | 'integrity:read'
  | 'space:create'
  | 'room:create'
  | 'booking:create'
  | 'booking:read'
  | 'booking:edit'
  | 'booking:cancel';

/** The handler is for signed-in people; the permission names it in the route table. */
export const Allow = (permission: Permission) => SetMetadata(ALLOWED, permission);

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
