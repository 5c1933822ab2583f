package io.beckon.protocol.suppression;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.tenant.TenantId;
import java.util.function.LongConsumer;

/** Suppression lists as files. */
public interface SuppressionExport {
  /**
   * All entries in the order of their values, in bounded memory. Refused when the list is not there
   * (404).
   *
   * @param rows told how many entries stand in the file, once it is whole
   */
  Source<ByteString, NotUsed> export(
      TenantId tenant, SuppressionListId list, ExportOptions options, LongConsumer rows);
}
