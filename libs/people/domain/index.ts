export * from './people.contract';
