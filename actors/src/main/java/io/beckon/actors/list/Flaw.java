package io.beckon.actors.list;

/** Why the bytes of a record cannot be read as fields. */
enum Flaw {
  NONE,
  UNCLOSED_QUOTE,
  TOO_LONG
}
