package io.beckon.protocol.pgp;

import java.time.Instant;

/**
 * A tenant's own key as the API shows it; its private half is never shown.
 *
 * @param fingerprint in capital hexadecimal digits
 * @param publicKey ASCII-armored, to be handed to whoever sends files
 * @param current the newest one; older ones still decrypt
 */
public record PgpKeyView(
    PgpKeyId id,
    String fingerprint,
    String userId,
    String publicKey,
    boolean current,
    Instant createdAt) {}
