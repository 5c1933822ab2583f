package io.beckon.clusterconfig.journal;

/** Events of a dial session; there is no earlier version yet. */
final class DialSessionEventMigration extends EventMigration {}
