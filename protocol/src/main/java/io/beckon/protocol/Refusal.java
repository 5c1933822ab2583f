package io.beckon.protocol;

import java.util.List;

/**
 * A "no" that an operator can act on; the HTTP edge prints it as problem+json.
 *
 * @param code stable, UPPER_SNAKE, for programs
 * @param status the HTTP status that fits: 404, 409, 412, 422, 503 or 507
 * @param detail one sentence that names the value or state which is in the way
 * @param remedy one sentence that says what to do
 * @param allowed what would be accepted instead (actions of a state machine); empty where that
 *     makes no sense
 */
public record Refusal(String code, int status, String detail, String remedy, List<String> allowed)
    implements Wire {
  public Refusal {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be 400 to 599, was " + status);
    }
    allowed = List.copyOf(allowed);
  }

  public static Refusal notFound(String what, Object id) {
    return new Refusal(
        "NOT_FOUND",
        404,
        "There is no " + what + " " + id + " here.",
        "Check the id, and that it belongs to your tenant.",
        List.of());
  }

  public static Refusal conflict(String code, String detail, String remedy) {
    return new Refusal(code, 409, detail, remedy, List.of());
  }

  public static Refusal invalid(String code, String detail, String remedy) {
    return new Refusal(code, 422, detail, remedy, List.of());
  }

  /** 412: what is to be changed is not any more as the caller saw it. */
  public static Refusal revisionChanged(long seen) {
    return new Refusal(
        "REVISION_CHANGED",
        412,
        "The object has changed since revision " + seen + ".",
        "Read it again, apply your change to what it is now, and send the new ETag as If-Match.",
        List.of());
  }

  /** 507: there is no space to keep what was sent. */
  public static Refusal storageFull(String detail, String remedy) {
    return new Refusal("STORAGE_FULL", 507, detail, remedy, List.of());
  }

  public static Refusal unavailable(String code, String detail, String remedy) {
    return new Refusal(code, 503, detail, remedy, List.of());
  }
}
