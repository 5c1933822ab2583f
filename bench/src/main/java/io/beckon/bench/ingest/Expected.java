package io.beckon.bench.ingest;

/**
 * What must come of the rows of a file.
 *
 * @param rejected rows without a device that could be used
 * @param duplicates rows whose devices all came before
 */
record Expected(long accepted, long rejected, long duplicates) {
  long rows() {
    return accepted + rejected + duplicates;
  }
}
