import pdfmake from 'pdfmake';
import roboto from 'pdfmake/fonts/Roboto.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

/** Colours of what is printed. */
export const PAPER = { green: '#1f5e4b', grey: '#5b635d', line: '#c3c9c1' };

pdfmake.setFonts(roboto);
// Nothing but the fonts is read, and nothing is fetched, whatever a text says.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => Object.values(roboto.Roboto).includes(file));

/** A document as PDF. */
export const printed = (document: TDocumentDefinitions): Promise<Buffer> => pdfmake.createPdf(document).getBuffer();
