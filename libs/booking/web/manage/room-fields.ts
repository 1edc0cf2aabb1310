import { Component, inject, input, model } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { inLanguage } from '@bota/shared/domain';
import { FIELDS, Texts } from '@bota/shared/ui';
import { type Feature, FEATURES, type Floor, Layout, type ManagedRoom } from '@bota/spaces/domain';
import { LocalizedField } from '@bota/spaces/web';
import type { RoomForm } from './room-form';

/** The fields of a room, in the order one thinks of them. */
@Component({
  selector: 'b75-room-fields',
  imports: [LocalizedField, MatFormFieldModule, MatInput],
  providers: [FIELDS],
  templateUrl: './room-fields.html',
  styleUrls: ['./manage.scss', './room-fields.scss'],
})
export class RoomFields {
  protected readonly texts = inject(Texts);
  readonly form = model.required<RoomForm>();
  readonly floors = input.required<readonly Floor[]>();
  readonly others = input.required<readonly ManagedRoom[]>();
  protected readonly kinds = ['room', 'office'] as const;
  protected readonly layouts = Layout.options;
  protected readonly features = FEATURES;
  protected readonly floorName = (floor: Floor) => inLanguage(floor.name, this.texts.language());

  protected set(change: Partial<RoomForm>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected turnFeature(feature: Feature, isThere: boolean): void {
    const { features } = this.form();
    this.set({ features: FEATURES.filter((one) => (one === feature ? isThere : features.includes(one))) });
  }

  protected turnPart(id: string, isPart: boolean): void {
    const { partIds } = this.form();
    this.set({ partIds: isPart ? [...partIds, id] : partIds.filter((one) => one !== id) });
  }
}
