import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
}

let made: Promise<Certificate> | undefined;

/**
 * A certificate for the stand-ins of LinkedIn and Grinfi, made anew for each process. Nobody vouches for it;
 * the browser is started so that it does not ask.
 */
export function certificate(): Promise<Certificate> {
  made ??= generate([{ name: 'commonName', value: 'grinfi-capture.test' }], { keyType: 'ec' }).then(
    ({ private: key, cert }) => ({ key, cert }),
  );
  return made;
}
