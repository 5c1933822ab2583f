package io.beckon.protocol;

/**
 * Marks what is kept in the journal. Each aggregate's event type has its own binding without class
 * names, stable short type names and one migration; see {@code serialization.conf}. Holds ids only,
 * never a phone number, an address or a name.
 */
public interface JournalEvent {}
