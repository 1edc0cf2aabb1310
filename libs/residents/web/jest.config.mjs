export { default } from '../../../jest.preset.web.mjs';
