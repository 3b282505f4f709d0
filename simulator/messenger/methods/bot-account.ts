import type { ApiUser } from '../api-objects.ts';
import { botName } from '../chat-book.ts';
import type { Room } from '../room.ts';

export const botUser = ({ world }: Pick<Room, 'world'>): ApiUser => ({
  id: Number(world.settings.telegram.token.split(':')[0]),
  is_bot: true,
  ...botName,
});
