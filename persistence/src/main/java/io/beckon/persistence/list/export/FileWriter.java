package io.beckon.persistence.list.export;

import akka.util.ByteString;
import java.io.IOException;

/** Makes a file of rows as {@code COPY} sends them, piece by piece. */
interface FileWriter {
  /** How PostgreSQL is to write the rows down: the options of {@code COPY … TO STDOUT}. */
  String copyOptions();

  void row(byte[] copied) throws IOException;

  /** Bytes that wait to be taken. */
  int waiting();

  /** The bytes since the last time. */
  ByteString take() throws IOException;

  /** No more rows come. */
  void end() throws IOException;
}
