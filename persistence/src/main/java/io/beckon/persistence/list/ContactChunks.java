package io.beckon.persistence.list;

import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.LoadFence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Writes the contacts of one chunk, and what became of its other rows. */
final class ContactChunks {
  private ContactChunks() {}

  static ChunkCounts write(Handle handle, LoadFence fence, ContactChunk cooked) {
    var chunk = ErasedRows.without(handle, fence.list().tenant(), cooked);
    if (chunk.terms().mode() == ImportMode.UPDATE) {
      return new ContactChanges(handle, fence, chunk).write();
    }
    var split = chunk.terms().split();
    return split == null
        ? append(handle, fence, chunk)
        : new SplitChunk(handle, fence, chunk, split).write();
  }

  private static ChunkCounts append(Handle handle, LoadFence fence, ContactChunk chunk) {
    var dedupe = chunk.terms().dedupe();
    var known =
        chunk.terms().mode() == ImportMode.REPLACE
            ? KnownValues.ofImport(handle, fence)
            : KnownValues.ofList(handle, fence);
    Map<String, Long> devices =
        dedupe.byDevice() ? known.devices(devices(chunk.contacts())) : Map.of();
    Map<String, Long> clientIds =
        dedupe.byClientId() ? known.clientIds(clientIds(chunk.contacts())) : Map.of();
    var result = new ChunkDedupe(chunk.terms(), devices, clientIds).apply(chunk);
    ContactRows.copy(handle, fence, result.contacts());
    return reported(handle, fence, chunk, result);
  }

  /** Writes the reports of a chunk whose contacts are stored, and counts its rows. */
  static ChunkCounts reported(
      Handle handle, LoadFence fence, ContactChunk chunk, ChunkDedupe.Result result) {
    ContactRows.issues(handle, fence, ImportReport.REJECTS, chunk.rejects());
    ContactRows.issues(handle, fence, ImportReport.FILTERED, chunk.filtered());
    ContactRows.issues(handle, fence, ImportReport.WARNINGS, result.warnings());
    ContactRows.issues(handle, fence, ImportReport.DUPLICATES, result.duplicates());
    return new ChunkCounts(
        result.contacts().size(),
        0,
        result.duplicates().size(),
        chunk.filtered().size(),
        chunk.rejects().size(),
        result.warnings().size());
  }

  static List<String> devices(List<CookedContact> contacts) {
    return contacts.stream()
        .flatMap(c -> c.devices().stream())
        .map(CookedDevice::value)
        .distinct()
        .toList();
  }

  static List<String> clientIds(List<CookedContact> contacts) {
    return contacts.stream()
        .map(CookedContact::clientId)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
