/** How the key of a hold begins that was asked for in the chat; one of a call begins with the call's own id. */
export const chatHolds = 'chat:';
