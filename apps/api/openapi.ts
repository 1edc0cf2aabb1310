import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document, generated from the routes and their schemas. */
export function openApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Bota 75')
    .setDescription('Shared buildings: rooms, bookings, residents. Times in answers are instants; errors are RFC 9457 problem details.')
    .setVersion('0.1.0')
    .setLicense('AGPL-3.0-only', 'https://www.gnu.org/licenses/agpl-3.0.html')
    .addCookieAuth('bota75', undefined, SESSION)
    .build();
  return asAnswered(SwaggerModule.createDocument(app, about));
}

const SESSION = 'session';
const MEDIA: Record<string, string> = { Problem: 'application/problem+json', LiveChange: 'text/event-stream' };

type Response = { content?: Record<string, { schema?: { $ref?: string } }> };
type Operation = { responses: Record<string, Response>; security?: object[] };

/** What the generator cannot know: errors are problem+json, streams are streams, and what answers 401 needs a session. */
function asAnswered(document: OpenAPIObject): OpenAPIObject {
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item) as Operation[]) {
      for (const response of Object.values(operation.responses ?? {})) nameMedia(response);
      if (operation.responses?.['401']) operation.security = [{ [SESSION]: [] }];
    }
  }
  return document;
}

function nameMedia(response: Response): void {
  const json = response.content?.['application/json'];
  const media = MEDIA[json?.schema?.$ref?.split('/').at(-1) ?? ''];
  if (json && media) response.content = { [media]: json };
}

export function serveDocumentation(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Bota 75 API',
  });
}
