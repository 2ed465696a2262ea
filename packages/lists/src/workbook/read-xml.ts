/** Walks through XML as it streams. */
import { SaxesParser } from 'saxes';
import { Turns } from '../text/turns.js';

/** What is done at the parts of the XML. Names come without their prefix. */
export interface XmlWalk {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Walks through XML; between its pieces the caller may take what was gathered. */
export async function* walkXml(source: AsyncIterable<Uint8Array>, walk: XmlWalk): AsyncGenerator<void> {
  const turns = new Turns();
  const decoder = new TextDecoder();
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => walk.open?.(localName(name), attributes));
  parser.on('closetag', ({ name }) => walk.close?.(localName(name)));
  parser.on('text', (text) => walk.text?.(text));
  for await (const chunk of source) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
    await turns.rest();
  }
  parser.write(decoder.decode()).close();
  yield;
}

/** Walks through XML to its end. */
export async function readXml(source: AsyncIterable<Uint8Array>, walk: XmlWalk): Promise<void> {
  const steps = walkXml(source, walk);
  while (!(await steps.next()).done);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
