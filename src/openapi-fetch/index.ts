export { createOpenapiClient } from './create-openapi-client.js';
