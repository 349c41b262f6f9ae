/** Files that the environment names. What is in them is read by the identity library; here is only whether it can be. */

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Whether that file holds a certificate, and the private key of that very certificate, as PEM. */
export function isCertificateWithKey(path: string): boolean {
  try {
    const pem = readFileSync(path, 'utf8');
    return new X509Certificate(pem).checkPrivateKey(createPrivateKey(pem));
  } catch {
    return false;
  }
}

/** Whether that file can be read and is not empty. */
export function isReadable(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
