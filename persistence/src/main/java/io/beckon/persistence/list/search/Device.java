package io.beckon.persistence.list.search;

/** What is asked of a contact's devices. */
final class Device {
  private Device() {}

  /**
   * Whether contact {@code c} has one that meets a condition, looked up under the contact. Not by
   * EXISTS: that may become a join that begins with all devices that meet it.
   */
  static String with(String condition) {
    return "(SELECT true FROM <devices> WHERE list_id = :list AND contact_id = c.contact_id AND "
        + condition
        + " LIMIT 1)";
  }
}
