import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
  /** By which a browser is told to trust it: base64 of the SHA-256 of its public key. */
  fingerprint: string;
}

let made: Promise<Certificate> | undefined;

/**
 * A certificate for the stand-ins of LinkedIn and Grinfi, made anew for each process. Nobody vouches for it;
 * the browser is started so that it trusts this one, and no other.
 */
export function certificate(): Promise<Certificate> {
  made ??= make();
  return made;
}

async function make(): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'grinfi-capture.test' }], {
    keyType: 'ec',
  });
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key, cert, fingerprint: createHash('sha256').update(publicKey).digest('base64') };
}
