/** The one address that this extension talks to. Apart from the client, so that a screen can make a link. */
export const grinfiOrigin = 'https://leadgen.grinfi.io';
