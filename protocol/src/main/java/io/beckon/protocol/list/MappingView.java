package io.beckon.protocol.list;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.beckon.protocol.Wire;
import java.time.Instant;

/** A data mapping as the API shows it: its fields beside its id. */
public record MappingView(
    MappingId id, @JsonUnwrapped DataMapping mapping, Instant createdAt, long revision)
    implements Wire {}
