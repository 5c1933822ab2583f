package io.beckon.actors.reference;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.reference.ReferenceFetch;
import io.beckon.protocol.reference.ReferenceSource;
import io.beckon.protocol.reference.ReferenceVersions;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Fetches over HTTP and HTTPS. Follows a few redirects by itself, so that none leads anywhere but
 * to such an address, and none from HTTPS to HTTP.
 */
public final class HttpFetch implements ReferenceFetch {
  private static final int MOST_REDIRECTS = 5;
  private static final int BUFFER = 1 << 16;

  private final HttpClient client;
  private final Duration patience;
  private final long largest;

  /**
   * @param patience for an answer to begin, and again for all of it to come
   * @param largest bytes
   */
  public HttpFetch(Duration patience, long largest) {
    this.patience = patience;
    this.largest = largest;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** For files as large as are taken, within two minutes. */
  public static HttpFetch usual() {
    return new HttpFetch(Duration.ofMinutes(2), ReferenceVersions.LARGEST);
  }

  @Override
  public Fetched fetch(URI from, Mark known, Path into) throws IOException, InterruptedException {
    var at = from;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      var answer = ask(at, known);
      try (var body = answer.body()) {
        int status = answer.statusCode();
        if (status == 304) {
          return new Fetched(false, known);
        }
        if (status == 200) {
          save(at, body, into);
          return new Fetched(true, mark(answer));
        }
        if (status < 301 || status > 308 || status > 303 && status < 307) {
          throw new IOException(at + " answered with status " + status + ".");
        }
        at = next(at, answer);
      }
    }
    throw new IOException(from + " was redirected more than " + MOST_REDIRECTS + " times.");
  }

  private HttpResponse<InputStream> ask(URI at, Mark known)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(at).timeout(patience).header("Accept", "text/csv, */*");
    if (known.etag() != null) {
      request.header("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      request.header("If-Modified-Since", known.lastModified());
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException e) {
      throw new IOException(at + " did not answer within " + patience + ".", e);
    } catch (ConnectException e) {
      throw new IOException(at + " cannot be reached: " + refused(e) + ".", e);
    } catch (IOException e) {
      throw new IOException(at + " cannot be reached: " + said(e) + ".", e);
    }
  }

  /** The client says neither of the two itself. */
  private static String refused(ConnectException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "there is no host of this name";
      }
    }
    return "nobody answers at this address";
  }

  private static String said(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static Mark mark(HttpResponse<?> answer) {
    return new Mark(
        answer.headers().firstValue("ETag").orElse(null),
        answer.headers().firstValue("Last-Modified").orElse(null));
  }

  private static URI next(URI at, HttpResponse<?> answer) throws IOException {
    var location =
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new IOException(at + " redirects without saying where to."));
    try {
      var next = ReferenceSource.address(at.resolve(location).toString());
      if (at.getScheme().equals("https") && !next.getScheme().equals("https")) {
        throw new IOException(at + " redirects to " + next + ", which is not encrypted.");
      }
      return next;
    } catch (InvalidField e) {
      throw new IOException(
          at + " redirects to " + location + ", which is no http or https address.", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(at + " redirects to " + location + ", which is no address.", e);
    }
  }

  /** A server that sends byte after byte is cut off as well as one that sends nothing. */
  private void save(URI at, InputStream body, Path into) throws IOException {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    var late = new AtomicBoolean();
    var unused = clock.schedule(() -> cut(body, late), patience.toMillis(), TimeUnit.MILLISECONDS);
    try (var out = Files.newOutputStream(into)) {
      var buffer = new byte[BUFFER];
      long bytes = 0;
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes += n;
        if (bytes > largest) {
          throw new IOException(at + " sent more than " + largest + " bytes.");
        }
        out.write(buffer, 0, n);
      }
      if (late.get()) {
        throw new IOException(at + " was cut off.");
      }
    } catch (IOException e) {
      throw late.get()
          ? new IOException(at + " did not send all of it within " + patience + ".", e)
          : e;
    } finally {
      clock.shutdownNow();
    }
  }

  private static void cut(InputStream body, AtomicBoolean late) {
    late.set(true);
    try {
      body.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
