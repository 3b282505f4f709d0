/** A refusal of the Bot API, to be answered as `{ok: false, error_code, description, parameters?}`. */
export class BotRefusal extends Error {
  constructor(
    readonly code: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500,
    readonly description: string,
    readonly parameters?: { retry_after: number },
  ) {
    super(description);
    this.name = 'BotRefusal';
  }

  static bad(what: string): BotRefusal {
    return new BotRefusal(400, `Bad Request: ${what}`);
  }

  static forbidden(what: string): BotRefusal {
    return new BotRefusal(403, `Forbidden: ${what}`);
  }

  static tooMany(retryAfterSeconds: number): BotRefusal {
    const description = `Too Many Requests: retry after ${retryAfterSeconds}`;
    return new BotRefusal(429, description, { retry_after: retryAfterSeconds });
  }

  toAnswer(): object {
    const { code, description, parameters } = this;
    return { ok: false, error_code: code, description, ...(parameters === undefined ? {} : { parameters }) };
  }
}
