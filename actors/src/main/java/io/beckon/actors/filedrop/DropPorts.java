package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropRoots;
import io.beckon.protocol.filedrop.DropSources;
import io.beckon.protocol.filedrop.TakenFiles;
import io.beckon.protocol.job.Timetable;
import io.beckon.protocol.list.ContactLists;
import io.beckon.protocol.list.Contacts;
import io.beckon.protocol.list.ImportDesk;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.list.Mappings;
import io.beckon.protocol.list.Staging;
import io.beckon.protocol.pgp.PgpRecipients;
import io.beckon.protocol.pgp.PgpSealing;
import io.beckon.protocol.suppression.SuppressionExport;
import io.beckon.protocol.suppression.SuppressionLists;

/**
 * What taking files reaches out to.
 *
 * @param roots where folders may be
 */
public record DropPorts(
    DropRoots roots,
    DropSources sources,
    TakenFiles taken,
    Staging staging,
    ImportDesk desk,
    Imports imports,
    Mappings mappings,
    ContactLists contactLists,
    SuppressionLists suppressionLists,
    Contacts contacts,
    SuppressionExport suppression,
    PgpRecipients recipients,
    PgpSealing sealing,
    Timetable timetable) {}
