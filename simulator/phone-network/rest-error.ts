import type { FastifyReply } from 'fastify';

/** A refusal in Twilio's form: `{code, message, more_info, status}`. */
export interface RestError {
  code: number;
  message: string;
  more_info: string;
  status: number;
}

export const restError = (status: number, code: number, message: string): RestError => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
});

export const isRestError = (value: object): value is RestError => 'more_info' in value && 'code' in value;

export const notFound = (path: string): RestError =>
  restError(404, 20404, `The requested resource ${path} was not found`);

export const sendRestError = (reply: FastifyReply, error: RestError) => reply.code(error.status).send(error);
