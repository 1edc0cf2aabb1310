import { BreakpointObserver } from '@angular/cdk/layout';
import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

const QUERIES = { isPhone: '(max-width: 699.98px)', isWide: '(min-width: 1100px)' };
export type Width = { isPhone: boolean; isWide: boolean };

/** How wide the screen is: the agenda is another one on a phone, the panel floats below 1100 px. */
export function width(): Signal<Width> {
  const observer = inject(BreakpointObserver);
  const read = (): Width => ({ isPhone: observer.isMatched(QUERIES.isPhone), isWide: observer.isMatched(QUERIES.isWide) });
  return toSignal(observer.observe(Object.values(QUERIES)).pipe(map(read)), { initialValue: read() });
}
