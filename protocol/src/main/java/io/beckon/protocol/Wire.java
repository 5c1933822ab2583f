package io.beckon.protocol;

/**
 * Marks what crosses between nodes (commands, answers, views); bound to {@code jackson-cbor} in
 * {@code serialization.conf}. Never written to the journal.
 */
public interface Wire {}
