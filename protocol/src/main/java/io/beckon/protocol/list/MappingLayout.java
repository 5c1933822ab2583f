package io.beckon.protocol.list;

/** How the fields of a line are told apart. */
public enum MappingLayout {
  /** By a character between them. */
  DELIMITED,
  /** By where they stand in the line. */
  FIXED
}
