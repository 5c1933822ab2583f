package io.beckon.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beckon.protocol.Refusal;
import java.util.List;

/** The body of every failure ({@code application/problem+json}, RFC 9457). */
public record Problem(
    int status,
    String code,
    String title,
    String detail,
    String remedy,
    String requestId,
    List<FieldError> errors,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> allowed) {

  /** What is wrong with one field of a request; {@code field} is a path such as {@code a.b[2]}. */
  public record FieldError(String field, String code, String message) {}

  static Problem of(Refusal refusal, List<FieldError> errors, String requestId) {
    return new Problem(
        refusal.status(),
        refusal.code(),
        Titles.of(refusal.status()),
        refusal.detail(),
        refusal.remedy(),
        requestId,
        errors,
        refusal.allowed());
  }

  /** Short words for a status. */
  private static final class Titles {
    static String of(int status) {
      return akka.http.javadsl.model.StatusCodes.lookup(status)
          .map(akka.http.javadsl.model.StatusCode::reason)
          .orElse("Error " + status);
    }
  }
}
