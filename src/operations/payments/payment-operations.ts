export interface PaymentOperations {
  /** An event of the card company about one of our payments: at any time, in any order, any number of times. */
  hearOfPayment(news: {
    holdId: string | null;
    gatewayId: string | null;
  }): Promise<{ kind: 'heard' | 'unknown-payment' }>;
}
