package io.beckon.protocol.list;

import java.util.concurrent.CompletionStage;

/** Reads the start of staged files as an import would, and stores nothing. */
public interface FileLooks {
  /**
   * @param options with the country that holds
   */
  CompletionStage<Preview> look(KeptUpload upload, ImportOptions options);
}
