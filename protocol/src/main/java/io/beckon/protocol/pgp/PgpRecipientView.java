package io.beckon.protocol.pgp;

import java.time.Instant;

/**
 * A recipient as the API shows it.
 *
 * @param fingerprint of its key, in capital hexadecimal digits; to be compared with the recipient's
 * @param publicKey ASCII-armored
 */
public record PgpRecipientView(
    PgpRecipientId id,
    String name,
    String fingerprint,
    String userId,
    String publicKey,
    Instant createdAt) {}
