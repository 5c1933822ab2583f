package io.beckon.protocol.pgp;

import akka.NotUsed;
import akka.stream.javadsl.Flow;
import akka.util.ByteString;

/** Encrypts a file of any size while it is sent, in bounded memory. */
public interface PgpSealing {
  /**
   * Makes of the bytes one binary OpenPGP message that says when it was changed or cut off.
   *
   * <p>Refuses (409) a key that has expired or was revoked since it was kept.
   *
   * @param armored the recipient's public key
   * @param fileName that the message proposes for its content
   */
  Flow<ByteString, ByteString, NotUsed> sealing(String armored, String fileName);
}
