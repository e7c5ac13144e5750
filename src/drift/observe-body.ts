import { isLightResponse, type BodyBytes } from '../light-response.js';
import { readBytes } from '../http/response.js';
import { checkResponse } from '../http/unusable-response.js';

/**
 * Calls back with the body of a response after the client has read it. The client reads a response by its own `readBytes`
 * if it has one: it is given one here. So the body is read once, by the client, and nothing is copied or kept for others.
 * A response that is not usable, or whose body is never read to its end, is left alone.
 */
export function onBodyRead(response: Response, callback: (body: BodyBytes) => void): void {
  checkResponse(response);
  const isLight = isLightResponse(response);
  const read = isLight ? response.readBytes.bind(response) : (maximum: number) => readBytes(response.body, maximum);
  const genuine = isLight ? response.toResponse.bind(response) : () => response;
  const readAndTell = (maximum: number): Promise<BodyBytes> => {
    const reading = read(maximum);
    reading.then(callback, () => {}); // a body that broke off
    return reading;
  };
  Object.defineProperties(response, { readBytes: { value: readAndTell }, toResponse: { value: genuine } });
}
