/** An address as it may be logged: without what opens a page, a picture or a call. */
export const loggedUrl = (url: string): string =>
  url.replace(/^(\/(?:w|g|cards)\/)[^/?.]+/, '$1***').replace(/([?&](?:state|message)=)[^&]*/g, '$1***');
