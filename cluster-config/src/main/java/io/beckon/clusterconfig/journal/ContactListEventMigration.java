package io.beckon.clusterconfig.journal;

/** Events of a contact list; there is no earlier version yet. */
final class ContactListEventMigration extends EventMigration {}
