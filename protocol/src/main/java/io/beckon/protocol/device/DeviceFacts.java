package io.beckon.protocol.device;

import org.jspecify.annotations.Nullable;

/**
 * What a number tells of itself.
 *
 * @param device E.164
 * @param country ISO 3166 alpha-2; null for numbers of no country (+800, +881)
 * @param state the subdivision where the numbering plan knows exactly one (US: FL); else null
 * @param lineType null for e-mail addresses
 * @param zones every zone the number may be in: the union of all sources
 */
public record DeviceFacts(
    Device device,
    @Nullable String country,
    @Nullable String state,
    @Nullable LineType lineType,
    ZoneKey zones) {}
