package io.beckon.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A run's records by what they wait for; the five parts add up to {@code total}.
 *
 * @param ready dialable now or when their zone opens
 * @param scheduled waiting for a time, or for their turn in the chain
 * @param inProgress claimed or in flight
 */
public record RecordCounts(
    long total,
    long ready,
    long scheduled,
    long inProgress,
    @JsonProperty("final") long finished,
    long suppressed) {
  public static final RecordCounts NONE = new RecordCounts(0, 0, 0, 0, 0, 0);
}
