package io.beckon.protocol.list;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.beckon.protocol.Wire;
import java.time.Instant;

/** A label schema as the API shows it: its fields beside its id. */
public record LabelSchemaView(
    LabelSchemaId id, @JsonUnwrapped LabelSchema schema, Instant createdAt, long revision)
    implements Wire {}
