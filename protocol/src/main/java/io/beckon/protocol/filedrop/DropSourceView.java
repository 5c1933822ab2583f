package io.beckon.protocol.filedrop;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A watched place as the API shows it; without its secrets, and with all fields side by side.
 *
 * @param username null where nobody signs in
 * @param hasPassword whether a password is kept
 * @param hasPrivateKey whether a private key is kept
 * @param revision of the settings, whatever came of looks
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
    @JsonUnwrapped DropTimes times,
    @JsonUnwrapped DropWork work,
    @JsonUnwrapped DropState state,
    long revision) {}
