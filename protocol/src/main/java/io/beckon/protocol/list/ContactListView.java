package io.beckon.protocol.list;

import io.beckon.protocol.Wire;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact list as the API shows it.
 *
 * @param country of numbers without country code; null: the tenant's
 * @param timeZone IANA name, of devices whose zone nothing tells
 * @param contacts how many there are, those of unfinished imports left out
 * @param zones how many devices are in each set of candidate zones, most first; where lists are
 *     listed the first eight
 * @param otherZones devices in zones that {@code zones} leaves out
 * @param lineTypes how many devices are of each line type, e-mail addresses as EMAIL
 * @param countedAt when {@code zones} and {@code lineTypes} were counted; null: not yet
 * @param openImports queued or running now
 * @param secured whether it holds contacts that came encrypted (PGP)
 */
public record ContactListView(
    ContactListId id,
    String name,
    @Nullable String country,
    @Nullable String timeZone,
    @Nullable String labelSchemaId,
    @Nullable String callerId,
    long contacts,
    Map<String, Long> zones,
    long otherZones,
    Map<String, Long> lineTypes,
    @Nullable Instant countedAt,
    int openImports,
    boolean secured,
    Instant createdAt,
    long revision)
    implements Wire {}
