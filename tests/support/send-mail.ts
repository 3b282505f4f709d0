import { createTransport, type SendMailOptions } from 'nodemailer';

export const mailFrom = '기프트라인 <gifts@giftline.example>';
export const yunasAddress = 'yuna@mail.example';

/** Sends one mail to Yuna (or whom `mail` says) with the client of the trade, as the product would. */
export async function sendMail(smtpUrl: string, mail: SendMailOptions = {}) {
  const client = createTransport(smtpUrl);
  try {
    return await client.sendMail({ from: mailFrom, to: yunasAddress, subject: '안녕하세요', text: '본문', ...mail });
  } finally {
    client.close();
  }
}
