package io.beckon.http.event;

import io.beckon.protocol.event.ChangeKind;

/**
 * One object as it is now, on its way to browsers.
 *
 * @param number ascending within a feed
 * @param data the object as JSON
 */
record LiveEvent(Key key, long number, String data) {
  /** The object; a newer event of the same one takes the place of an older that was not sent. */
  record Key(ChangeKind kind, String id) {}
}
