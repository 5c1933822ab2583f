package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import java.net.URI;
import java.nio.file.FileSystems;
import java.time.Duration;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A watched place as a user describes it.
 *
 * @param url {@code ftp://host:port/folder}, or the absolute path of a folder that all nodes see
 * @param mask glob of file names; null: {@code *.csv}
 * @param every pause between looks, 1 second or more; null: 10 seconds
 * @param action null: IMPORT_CONTACTS
 * @param contactListId null: the list that has the file's name
 */
public record DropSettings(
    String name,
    DropKind kind,
    String url,
    @Nullable DropCredentials credentials,
    @Nullable String mask,
    @Nullable Duration every,
    @Nullable DropAction action,
    @Nullable String contactListId,
    @Nullable String templateId) {
  public DropSettings {
    if (name.isBlank() || name.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    if (kind != DropKind.FOLDER && kind != DropKind.FTP) {
      throw new InvalidField("kind", "can only be FOLDER or FTP yet, was " + kind);
    }
    if (templateId != null) {
      throw new InvalidField("templateId", "cannot be used yet; leave it out");
    }
    mask = mask == null ? "*.csv" : mask(mask);
    every = every == null ? Duration.ofSeconds(10) : every;
    if (every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidField("every", "must be PT1S or more, was " + every);
    }
    action = action == null ? DropAction.IMPORT_CONTACTS : action;
    url = kind == DropKind.FTP ? ftp(url) : folder(url);
  }

  public String maskOrUsual() {
    return mask == null ? "*.csv" : mask;
  }

  public Duration everyOrUsual() {
    return every == null ? Duration.ofSeconds(10) : every;
  }

  public DropAction actionOrUsual() {
    return action == null ? DropAction.IMPORT_CONTACTS : action;
  }

  private static String mask(String text) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + text);
      return text;
    } catch (PatternSyntaxException e) {
      throw new InvalidField("mask", "must be a glob like *.csv, was " + text);
    }
  }

  private static String ftp(String text) {
    try {
      var uri = URI.create(text.strip());
      if ("ftp".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri.toString();
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new InvalidField("url", "must be like ftp://host:21/folder, without a password");
  }

  private static String folder(String text) {
    var path = text.strip().startsWith("file:") ? text.strip().substring(5) : text.strip();
    path = path.startsWith("//") ? path.substring(path.indexOf('/', 2)) : path;
    if (!path.startsWith("/") || path.contains("/../") || path.endsWith("/..")) {
      throw new InvalidField("url", "must be the absolute path of a folder");
    }
    return path;
  }
}
