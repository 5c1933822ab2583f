package io.beckon.http;

import io.beckon.protocol.Refusal;
import java.util.List;

/** A refusal that points at fields of the request. */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;
  private final transient List<Problem.FieldError> errors;

  public InvalidRequestException(Refusal refusal, List<Problem.FieldError> errors) {
    super(refusal.detail(), null, false, false);
    this.refusal = refusal;
    this.errors = List.copyOf(errors);
  }

  /** 422 for one field. */
  public static InvalidRequestException field(String field, String code, String message) {
    return new InvalidRequestException(
        Refusal.invalid(code, message, "Mend the field " + field + " and send it again."),
        List.of(new Problem.FieldError(field, code, message)));
  }

  Refusal refusal() {
    return refusal;
  }

  List<Problem.FieldError> errors() {
    return errors;
  }
}
