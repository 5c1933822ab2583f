package io.beckon.protocol.list;

import org.jspecify.annotations.Nullable;

/**
 * A staged file that is looked at before it is loaded.
 *
 * @param timeZone of devices whose zone nothing tells: the list's
 * @param clientIds for a suppression list of Client IDs, not of devices
 */
public record KeptUpload(
    PreviewId id,
    ListRef list,
    String fileName,
    StagedFile file,
    @Nullable String timeZone,
    boolean clientIds) {}
