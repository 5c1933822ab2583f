package io.beckon.protocol.pgp;

/**
 * A public key with what people tell it by.
 *
 * @param fingerprint of the primary key, in capital hexadecimal digits
 * @param userId the first one of the key
 * @param armored the whole certificate, ASCII-armored
 */
public record PgpCertificate(String fingerprint, String userId, String armored) {}
