/** The demo people of the product, as the carrier and the card company know them. All invented. */
export interface Subscriber {
  number: string;
  /** As the carrier has it on file; null when no carrier knows. */
  name: string | null;
  /** False: text goes out, but no MMS arrives and replies do not reach us. */
  twoWay: boolean;
}

export const subscribers: readonly Subscriber[] = [
  { number: '+821020000001', name: '김지수', twoWay: true },
  { number: '+821020000002', name: '이민호', twoWay: true },
  { number: '+821020000003', name: '박소라', twoWay: true },
  { number: '+821030000001', name: '최유나', twoWay: true },
  { number: '+821030000002', name: '정훈', twoWay: true },
  { number: '+821030000009', name: null, twoWay: false },
];

/** Who has a mailbox. Mail to anybody else is taken too. */
export interface MailboxOwner {
  address: string;
  name: string;
  /** Null for the operator, who has no phone at the desk. */
  phone: string | null;
}

export const mailboxOwners: readonly MailboxOwner[] = [
  { address: 'jisu@mail.example', name: '김지수', phone: '+821020000001' },
  { address: 'minho@mail.example', name: '이민호', phone: '+821020000002' },
  { address: 'park@halla.example', name: '박소라', phone: '+821020000003' },
  { address: 'yuna@mail.example', name: '최유나', phone: '+821030000001' },
  { address: 'hoon@mail.example', name: '정훈', phone: '+821030000002' },
  { address: 'admin@giftline.example', name: '운영자', phone: null },
];

export interface CardCustomer {
  customer: string;
  name: string;
  phone: string;
  paymentMethod: string;
  brand: 'visa' | 'mastercard';
  last4: string;
  /** Stripe's decline code, or null for a card that pays. */
  declines: string | null;
}

export const cardCustomers: readonly CardCustomer[] = [
  {
    customer: 'cus_demo100001',
    name: 'Kim Jisu',
    phone: '+821020000001',
    paymentMethod: 'pm_demo100001',
    brand: 'visa',
    last4: '4242',
    declines: null,
  },
  {
    customer: 'cus_demo100002',
    name: 'Lee Minho',
    phone: '+821020000002',
    paymentMethod: 'pm_demo100002',
    brand: 'visa',
    last4: '0002',
    declines: 'insufficient_funds',
  },
  {
    customer: 'cus_demo100003',
    name: 'Park Sora',
    phone: '+821020000003',
    paymentMethod: 'pm_demo100003',
    brand: 'mastercard',
    last4: '4444',
    declines: null,
  },
];

/** Somebody who has the messenger on their phone. */
export interface ChatPerson {
  firstName: string;
  lastName: string | null;
  username: string | null;
  /** Of the app on their phone; null when it tells none. */
  languageCode: string | null;
  /** Null for one who keeps it to themselves. */
  phone: string | null;
}

/** Every subscriber; who has no name at the carrier has chosen one here. */
export const chatPeople: readonly ChatPerson[] = subscribers.map(({ number, name }) => ({
  firstName: name?.slice(1) ?? '익명',
  lastName: name?.slice(0, 1) ?? null,
  username: null,
  languageCode: 'ko',
  phone: number,
}));

export const findSubscriber = (number: string): Subscriber | undefined =>
  subscribers.find((one) => one.number === number);
