import { isLightResponse, isUsable, readBytes, type BodyBytes } from '../http/response.js';

/**
 * Calls back with the body of a response after the client has read it. The client reads a response by its own `readBytes`
 * if it has one: it is given one here. So the body is read once, by the client, and nothing is copied or kept for others.
 * A response that is not usable, or whose body is never read to its end, is left alone.
 */
export function onBodyRead(response: Response, callback: (body: BodyBytes) => void): void {
  if (!isUsable(response)) return;
  const isLight = isLightResponse(response);
  const read = isLight ? response.readBytes.bind(response) : (maximum: number) => readBytes(response.body, maximum);
  const readAndTell = (maximum: number): Promise<BodyBytes> => {
    const reading = read(maximum);
    reading.then(callback, () => {}); // a body that broke off
    return reading;
  };
  Object.defineProperty(response, 'readBytes', { value: readAndTell });
}
