/** What the Bot API says of things, as far as it is played here. Source: core.telegram.org/bots/api. */
export interface ApiUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

export interface ApiChat {
  id: number;
  type: 'private' | 'group';
  title?: string;
  first_name?: string;
  last_name?: string;
  username?: string;
}

export interface ApiEntity {
  type: string;
  /** In UTF-16 code units. */
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
}

export interface ApiFile {
  file_id: string;
  file_unique_id: string;
}

export type ApiPhotoSize = ApiFile & { width: number; height: number; file_size?: number };

export interface ApiContact {
  phone_number: string;
  first_name: string;
  last_name?: string;
  user_id?: number;
}

export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

export interface ReplyButton {
  text: string;
  request_contact?: boolean;
  request_location?: boolean;
}

export interface ReplyKeyboard {
  keyboard: ReplyButton[][];
  one_time_keyboard?: boolean;
  resize_keyboard?: boolean;
  is_persistent?: boolean;
  input_field_placeholder?: string;
}

/** What a message may hold besides who wrote it when and where. */
export interface ApiContent {
  text?: string;
  entities?: ApiEntity[];
  caption?: string;
  caption_entities?: ApiEntity[];
  photo?: ApiPhotoSize[];
  contact?: ApiContact;
  sticker?: ApiFile & {
    type: 'regular';
    width: number;
    height: number;
    is_animated: boolean;
    is_video: boolean;
    emoji: string;
  };
  voice?: ApiFile & { duration: number; mime_type: string };
  location?: { latitude: number; longitude: number };
  new_chat_members?: ApiUser[];
  left_chat_member?: ApiUser;
}

export interface ApiMessage extends ApiContent {
  message_id: number;
  from: ApiUser;
  chat: ApiChat;
  date: number;
  edit_date?: number;
  reply_to_message?: ApiMessage;
  reply_markup?: InlineKeyboard;
  has_protected_content?: true;
}

export interface ApiCallbackQuery {
  id: string;
  from: ApiUser;
  message?: ApiMessage | { chat: ApiChat; message_id: number; date: 0 };
  chat_instance: string;
  data: string;
}

type ApiMember = { status: 'member' | 'left'; user: ApiUser } | { status: 'kicked'; user: ApiUser; until_date: number };

export interface ApiMembership {
  chat: ApiChat;
  from: ApiUser;
  date: number;
  old_chat_member: ApiMember;
  new_chat_member: ApiMember;
}

export type UpdateContent =
  | { message: ApiMessage }
  | { edited_message: ApiMessage }
  | { callback_query: ApiCallbackQuery }
  | { my_chat_member: ApiMembership };

export type ApiUpdate = { update_id: number } & UpdateContent;
