package io.beckon.protocol.filedrop;

import io.beckon.protocol.campaign.GroupId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A watched place as the API shows it; without its secrets.
 *
 * @param username null where nobody signs in
 * @param hasPassword whether a password is kept
 * @param hasPrivateKey whether a private key is kept
 * @param every null when it is looked at by {@code cron}
 * @param nextRun the next moment of its schedule; null when it has none
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
    @Nullable Duration every,
    @Nullable String cron,
    @Nullable String timeZone,
    DropAction action,
    @Nullable String contactListId,
    @Nullable String suppressionListId,
    @Nullable GroupId campaignGroupId,
    @Nullable String templateId,
    @Nullable DropExport export,
    @Nullable Instant nextRun,
    @Nullable Instant lastRun,
    @Nullable String lastError,
    long taken) {}
