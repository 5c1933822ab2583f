package io.beckon.protocol.selection;

/**
 * Devices that a rule left out because a custom expression could not be evaluated for them.
 *
 * @param reason of the first of them
 */
public record Unjudged(long devices, String reason) {}
