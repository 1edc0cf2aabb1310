import { Component, computed, inject, input } from '@angular/core';
import type { LogLine } from '@bota/residents/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { changesOf } from './changes';
import { LogWords } from './log-words';

/** One entry of the log: when, who, what; on request what was before and after. */
@Component({
  selector: '[b75-log-row]',
  template: `<div class="lead time">
      {{ time() }}<small>{{ day() }}</small>
    </div>
    <div class="body">
      <div class="t">{{ words.kind(line().kind) }}</div>
      <div class="s">
        <span>{{ who() }}</span>
        @if (line().organisation; as organisation) {
          <span>{{ texts.t('house.log.for', { organisation }) }}</span>
        }
      </div>
      @if (changes().length) {
        <details>
          <summary>{{ texts.count('house.log.details', changes().length) }}</summary>
          <dl>
            @for (change of changes(); track change.field) {
              <dt>{{ change.field }}</dt>
              <dd>
                @if (change.before) {
                  <del>{{ change.before }}</del>
                  <span aria-hidden="true"> → </span>
                }
                <ins>{{ change.after }}</ins>
              </dd>
            }
          </dl>
        </details>
      }
    </div>`,
  styleUrl: './log-row.scss',
})
export class LogRow {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  protected readonly words = inject(LogWords);
  readonly line = input.required<LogLine>();

  /** An erased person has no name any more. */
  protected readonly who = computed(() => {
    const { person } = this.line();
    return person ? person.displayName || this.texts.t('ui.formerMember') : this.texts.t('house.log.system');
  });
  protected readonly time = computed(() => this.formats.time(this.line().at, this.space.zone()));
  protected readonly day = computed(() => this.formats.day(this.line().at, this.space.zone(), 'short'));
  protected readonly changes = computed(() => {
    const { before, after } = this.line();
    const wasThere = before !== null && before !== undefined;
    const readable = changesOf(before, after).filter((change) => ![change.before, change.after].some((one) => this.words.isNameless(one)));
    return readable.map((change) => ({
      field: this.words.field(change.field),
      before: wasThere ? this.words.valueOf(change.field, change.before) : '',
      after: this.words.valueOf(change.field, change.after),
    }));
  });
}
