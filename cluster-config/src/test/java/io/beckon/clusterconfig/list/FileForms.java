package io.beckon.clusterconfig.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.list.ImportKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code formats/} has for one kind of list, in every form that it may be sent in: the same
 * rows each time, with numbers that no other form has, so that one list may take them all.
 */
final class FileForms {
  private static final JsonNode ALL = json();

  private final JsonNode kind;
  private final String text;

  enum Packing {
    PLAIN(null, ""),
    GZIP(FileWrapper.GZIP, ".gz"),
    ZIP(FileWrapper.ZIP, ".zip"),
    PGP(FileWrapper.PGP, ".pgp"),
    ARMORED(FileWrapper.PGP, ".asc");

    final @Nullable FileWrapper wrapper;
    private final String ending;

    Packing(@Nullable FileWrapper wrapper, String ending) {
      this.wrapper = wrapper;
      this.ending = ending;
    }

    private byte[] of(byte[] file) {
      if (wrapper == null) {
        return file;
      }
      var wrapped = Packed.wrapped(file, wrapper);
      return this == ARMORED ? Packed.armored(wrapped) : wrapped;
    }
  }

  /**
   * One file.
   *
   * @param specification the {@code .spc} without which it is not understood
   * @param people who are in no other form
   */
  record Form(
      String name,
      byte[] file,
      @Nullable String specification,
      People people,
      JsonNode content,
      Packing packing) {}

  /** Numbers that are kept for fiction: two area codes, and nine lines in each. */
  record People(int a, int b, int n) {
    private static final int[] CODES = {202, 212, 305, 213, 303, 206, 214, 312, 215, 216};

    static People number(int form) {
      int pair = form / 10 * 2;
      return new People(CODES[pair], CODES[pair + 1], form % 10);
    }

    String in(String text) {
      return text.replace("{a}", "" + a).replace("{b}", "" + b).replace("{n}", "" + n);
    }
  }

  private FileForms(ImportKind kind) {
    this.kind = ALL.get(kind.name());
    this.text = resource(this.kind.get("file").asText());
  }

  static FileForms of(ImportKind kind) {
    return new FileForms(kind);
  }

  List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (var content : ALL.get("contents").properties()) {
      for (var packing : packings(content.getValue())) {
        var people = People.number(forms.size());
        var name = packing + " " + content.getKey() + packing.ending;
        var file = packing.of(file(content.getValue(), people.in(text)));
        forms.add(
            new Form(
                name,
                file,
                specification(content.getValue()),
                people,
                content.getValue(),
                packing));
      }
    }
    return forms;
  }

  private List<Packing> packings(JsonNode content) {
    if (content.path("everyPacking").asBoolean()) {
      return List.of(Packing.values());
    }
    List<Packing> packings = new ArrayList<>();
    kind.get("packings").forEach(packing -> packings.add(Packing.valueOf(packing.asText())));
    return packings;
  }

  JsonNode counts() {
    return kind.get("counts");
  }

  /** What a list holds that took all these files, a device each. */
  List<String> holds(List<Form> forms) {
    List<String> devices = new ArrayList<>();
    for (var form : forms) {
      kind.get("holds").forEach(line -> devices.add(form.people().in(line.asText())));
    }
    return devices;
  }

  private static byte[] file(JsonNode content, String text) {
    var format = content.get("format").asText();
    if (!format.equals("CSV")) {
      return Packed.file(text, Packed.Content.valueOf(format), null);
    }
    var shaped =
        content.has("width")
            ? fixed(text, content.get("width").asInt())
            : text.replace(",", content.path("delimiter").asText(","));
    var mark = content.path("mark").asBoolean() ? "\uFEFF" : "";
    return (mark + shaped).getBytes(Charset.forName(content.get("charset").asText()));
  }

  private static String fixed(String text, int width) {
    return text.lines()
        .map(
            line ->
                Arrays.stream(line.split(","))
                    .map(("%-" + width + "s")::formatted)
                    .collect(Collectors.joining())
                    .stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private @Nullable String specification(JsonNode content) {
    if (!content.path("specified").asBoolean()) {
      return null;
    }
    var lines = new StringBuilder("charset " + content.get("charset").asText() + "\n");
    if (content.has("delimiter")) {
      lines.append("delimiter \"").append(content.get("delimiter").asText()).append("\"\n");
    }
    lines.append(content.has("width") ? "layout fixed\nheader yes\n" : "");
    int from = 1;
    for (var column : kind.get("columns").properties()) {
      lines.append("field ").append(column.getValue().asText());
      if (content.has("width")) {
        int width = content.get("width").asInt();
        lines.append(" from ").append(from).append(" length ").append(width).append('\n');
        from += width;
      } else {
        lines.append(" name \"").append(column.getKey()).append("\"\n");
      }
    }
    return lines.toString();
  }

  private static JsonNode json() {
    try {
      return new ObjectMapper().readTree(resource("expected.json"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (var in = FileForms.class.getResourceAsStream("/formats/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
