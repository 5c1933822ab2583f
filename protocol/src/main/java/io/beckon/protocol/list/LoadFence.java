package io.beckon.protocol.list;

import io.beckon.protocol.Wire;

/**
 * The right of one loader to write one import. A chunk is committed only if the import still has
 * this epoch and stands where the chunk begins; whoever lost the right writes nothing.
 */
public record LoadFence(ListRef list, ImportId importId, long epoch) implements Wire {}
