package io.beckon.protocol.filedrop;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A watched place as the API shows it; without its secrets.
 *
 * @param username null where nobody signs in
 * @param hasPassword whether a password is kept
 * @param hasPrivateKey whether a private key is kept
 * @param lastRun the last look at it; null before the first
 * @param lastError why the last look failed; null when it did not
 * @param taken files taken so far
 */
public record DropSourceView(
    String id,
    String name,
    DropKind kind,
    String url,
    @Nullable String username,
    boolean hasPassword,
    boolean hasPrivateKey,
    @Nullable String knownHosts,
    @Nullable String fingerprint,
    @Nullable String marker,
    AfterTaking after,
    String mask,
    Duration every,
    DropAction action,
    @Nullable String contactListId,
    @Nullable Instant lastRun,
    @Nullable String lastError,
    long taken) {}
