package io.beckon.protocol.filedrop;

import java.util.List;

/** How a watched place is reached, and the schemes its address may have. */
public enum DropKind {
  FOLDER,
  FTP("ftp"),
  /** {@code ftpes} encrypts after AUTH TLS on the usual port, {@code ftps} from the first byte. */
  FTPS("ftps", "ftpes"),
  SFTP("sftp");

  private final List<String> schemes;

  DropKind(String... schemes) {
    this.schemes = List.of(schemes);
  }

  public List<String> schemes() {
    return schemes;
  }
}
