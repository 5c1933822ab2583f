package io.beckon.protocol.list;

import akka.stream.javadsl.Sink;
import akka.util.ByteString;
import io.beckon.protocol.tenant.TenantId;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/** The directory that all nodes share, where files wait to be loaded. */
public interface Staging {
  /**
   * Takes a file of any size in bounded memory. It gets its name only when it is whole; a broken
   * stream leaves nothing. A sink is for one file.
   */
  Sink<ByteString, CompletionStage<StagedFile>> sink(TenantId tenant);

  Path path(TenantId tenant, String sha256);

  /** Where the plain text of a packed file or a workbook stands while its import is loaded. */
  Path prepared(TenantId tenant, ImportId importId);

  /** A directory of one loader, on the disk of {@link #prepared}, for what is not whole yet. */
  Path workplace(LoadFence fence);

  /** A new name for a directory on that disk; whoever makes it removes it. */
  Path scratch(TenantId tenant);
}
