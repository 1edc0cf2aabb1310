import { whyNotDrawing } from './svg.rules';

const svg = (inside: string, attributes = '') =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10" ${attributes}>${inside}</svg>`;

it.each([
  ['shapes and text', svg('<g fill="#fff"><rect width="4" height="4"/><text x="1" y="2">Salle A</text></g>')],
  [
    'references within the drawing',
    svg('<defs><path id="a" d="M0 0h1"/></defs><use href="#a"/><rect fill="url(#g)"/><use xlink:href="#a"/>'),
  ],
  ['an embedded picture', svg('<image href="data:image/png;base64,iVBORw0KGgo=" width="2" height="2"/>')],
  ['a style of its own', svg('<style>.wall { stroke: black; fill: url(#g) }</style><path class="wall" d="M0 0h1"/>')],
  [
    'what editors say of themselves',
    svg(
      '<metadata><x:work xmlns:x="http://example.org/ns" x:about="https://example.org/">made by hand</x:work></metadata><i:grid xmlns:i="urn:i"/>',
    ),
  ],
])('%s is kept', (_, source) => {
  expect(whyNotDrawing(source)).toBeNull();
});

it.each([
  ['a script', svg('<script>alert(1)</script>')],
  ['an event handler', svg('<rect onload="alert(1)"/>')],
  ['an event handler on the root', svg('', 'onload="alert(1)"')],
  ['a foreign object', svg('<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">hi</b></foreignObject>')],
  ['HTML without a foreign object', svg('<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.org"/>')],
  ['a link', svg('<a href="https://example.org"><rect/></a>')],
  ['a picture from elsewhere', svg('<image href="https://example.org/x.png"/>')],
  ['a picture that is a drawing', svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>')],
  ['a use from elsewhere', svg('<use xlink:href="https://example.org/x.svg#a"/>')],
  ['a style sheet from elsewhere', svg('<style>@import "https://example.org/x.css";</style>')],
  ['a fill from elsewhere', svg('<rect fill="url(https://example.org/x#a)"/>')],
  ['a style attribute that reaches out', svg(`<rect style="fill: url('//example.org/x')"/>`)],
  ['animation of a reference', svg('<use href="#a"><animate attributeName="href" to="javascript:alert(1)"/></use>')],
  ['entities', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('')}`],
  ['something else', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['svg without its namespace', '<svg><rect/></svg>'],
  ['broken XML', svg('<rect')],
  ['nothing', ''],
  ['two roots', `${svg('')}<svg xmlns="http://www.w3.org/2000/svg"/>`],
  ['a script after metadata that looks closed', svg('<metadata><metadata/></metadata><script/>')],
])('%s is refused', (_, source) => {
  expect(whyNotDrawing(source)).not.toBeNull();
});
