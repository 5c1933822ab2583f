package io.beckon.protocol.filedrop;

/** How a watched place is reached. */
public enum DropKind {
  FOLDER,
  FTP,
  FTPS,
  SFTP
}
