package io.beckon.clusterconfig.journal;

/** Events of a campaign group; there is no earlier version yet. */
final class CampaignGroupEventMigration extends EventMigration {}
