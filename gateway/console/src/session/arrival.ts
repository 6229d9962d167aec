/** Where the issuer leads back to, below the console; as it is registered there. */
export const ARRIVAL = '/signed-in';
