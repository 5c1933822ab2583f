package io.beckon.actors.filedrop;

/** What the list of a file is called that has none of its own. */
final class ListName {
  private ListName() {}

  /** {@code x} of {@code x.csv}, {@code x.xlsx}, {@code x.csv.gz}, {@code x.csv.pgp}. */
  static String of(String fileName) {
    var unpacked = fileName.replaceFirst("(?i)(?<=.)(\\.(gz|pgp|gpg|asc))+$", "");
    int dot = unpacked.lastIndexOf('.');
    var name = (dot > 0 ? unpacked.substring(0, dot) : unpacked);
    name = name.replaceAll("\\p{Cntrl}+", " ").strip();
    return name.substring(0, Math.min(100, name.length()));
  }
}
