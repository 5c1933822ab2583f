package io.beckon.protocol.list;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beckon.protocol.Wire;

/** What a list-builder node is told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = LoaderCommand.Load.class, name = "load"))
public sealed interface LoaderCommand extends Wire {
  /** Load, or go on loading, as long as the fence lets it. */
  record Load(LoadFence fence) implements LoaderCommand {}

  /** Door for what the loader tells itself; never leaves its node. */
  non-sealed interface Internal extends LoaderCommand {}
}
