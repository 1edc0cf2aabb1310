import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { MOST_BYTES } from '@bota/shared/domain';
import { EXAMPLES } from './openapi.examples';

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

type Schema = { $ref?: string; type?: string; contentMediaType?: string; anyOf?: Schema[]; example?: unknown };
type Content = { content?: Record<string, { schema?: Schema }> };
type Operation = { requestBody?: Content; responses: Record<string, Content>; security?: object[] };

/** What the generator cannot know: errors are problem+json, streams and files are what they are, and what answers 401 needs a session. */
function asAnswered(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const [name, example] of Object.entries(EXAMPLES)) if (schemas[name]) schemas[name].example = example;
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item) as Operation[]) {
      if (operation.requestBody) nameFile(operation.requestBody);
      for (const response of Object.values(operation.responses ?? {})) nameMedia(response);
      if (operation.responses?.['401']) operation.security = [{ [SESSION]: [] }];
    }
  }
  return document;
}

function nameMedia(response: Content): void {
  const json = response.content?.['application/json'];
  const media = MEDIA[json?.schema?.$ref?.split('/').at(-1) ?? ''];
  if (json && media) response.content = { [media]: json };
}

/** A file is sent as the whole body, in one of the media types that its schema takes. */
function nameFile(body: Content): void {
  const { schema } = body.content?.['application/json'] ?? {};
  const taken = [schema, ...(schema?.anyOf ?? [])].flatMap((one) => one?.contentMediaType ?? []);
  if (taken.length > 0) body.content = Object.fromEntries(taken.map((media) => [media, { schema: FILE }]));
}

const FILE = { type: 'string', format: 'binary', minLength: 1, maxLength: MOST_BYTES };

export function serveDocumentation(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Bota 75 API',
  });
}
