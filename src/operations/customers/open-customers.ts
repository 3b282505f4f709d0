import type { Deps } from '../ports.ts';
import { askEmail } from './ask-email.ts';
import { checkPin } from './check-pin.ts';
import { chooseLanguage } from './choose-language.ts';
import { chooseNews } from './choose-news.ts';
import { choosePin } from './choose-pin.ts';
import { confirmEmail, showEmailProof } from './confirm-email.ts';
import type { CustomerOperations } from './customer-operations.ts';
import { finishLinking } from './finish-linking.ts';
import { meetChatUser } from './meet-chat-user.ts';
import { meetGroup } from './meet-group.ts';
import { noteBlocked } from './note-blocked.ts';
import { signUpByContact } from './sign-up-by-contact.ts';
import { startLinking } from './start-linking.ts';

/** But for what is kept of the talk, which is written with the updates. */
export const customerOperations = (deps: Deps): Omit<CustomerOperations, 'rememberTalk'> => ({
  meetChatUser: meetChatUser(deps),
  noteBlocked: noteBlocked(deps),
  meetGroup: meetGroup(deps),
  signUpByContact: signUpByContact(deps),
  startLinking: startLinking(deps),
  finishLinking: finishLinking(deps),
  chooseLanguage: chooseLanguage(deps),
  chooseNews: chooseNews(deps),
  askEmail: askEmail(deps),
  showEmailProof: showEmailProof(deps),
  confirmEmail: confirmEmail(deps),
  choosePin: choosePin(deps),
  checkPin: checkPin(deps),
});
