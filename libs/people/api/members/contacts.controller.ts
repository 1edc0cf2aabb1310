import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ContactEdit } from '@bota/people/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn } from '@bota/shared/domain';
import { ContactsService } from './contacts.service';

@ApiTags('people')
@Controller('api/organisations/:organisation/members/:person/contact')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Put()
  @HttpCode(204)
  @Allow('contact:edit')
  @Answers('Say to whom one is shown as contact (oneself alone)', { status: 204 }, 'not-signed-in', 'not-allowed', 'not-found')
  edit(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @Param('person', { schema: Id }) member: string,
    @Body({ schema: ContactEdit }) edit: ContactEdit,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.contacts.edit(person, organisation, member, edit, requestId);
  }
}
