package io.beckon.actors.list;

/**
 * Finds where one record ends: at the first line break outside quotes. A quote counts only at the
 * start of a field and must be followed by a delimiter or the record's end when it closes. If it is
 * not, or never closes, the record is unsound and taken to be just its first line, so that one
 * stray quote does not swallow the rest of the file. Works on bytes: in every charset that imports
 * allow, quote and line breaks are the ASCII bytes and nothing else, and {@link RecordCut} sees to
 * it that so are the delimiter's.
 */
final class RecordScanner {
  private enum At {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED,
    BEHIND_QUOTED
  }

  private final ByteWindow window;
  private final RecordCut cut;
  private int end;
  private int lineBreaks;
  private boolean blank;

  RecordScanner(ByteWindow window, RecordCut cut) {
    this.window = window;
    this.cut = cut;
  }

  /** Where the record's bytes end, counted from where it begins; its line break is behind. */
  int end() {
    return end;
  }

  /** Line breaks inside the record. */
  int lineBreaks() {
    return lineBreaks;
  }

  boolean blank() {
    return blank;
  }

  /** Looks at the record that begins at the window's position. */
  Flaw scan() {
    var at = At.FIELD_START;
    lineBreaks = 0;
    blank = true;
    int parted;
    for (int i = 0; ; i += Math.max(parted, 1)) {
      int b = window.at(i);
      if (b == ByteWindow.FULL) {
        return at == At.QUOTED || at == At.QUOTE_IN_QUOTED ? unclosed() : tooLong();
      }
      if (b == ByteWindow.END) {
        end = i;
        return at == At.QUOTED ? unclosed() : Flaw.NONE;
      }
      if ((b == '\n' || b == '\r') && at != At.QUOTED) {
        end = i;
        return Flaw.NONE;
      }
      parted = at == At.QUOTED ? 0 : cut.delimiterAt(window, i, b);
      blank &= parted == 0 && (b == ' ' || b == '\t');
      var next = next(at, b, parted > 0);
      if (next == null) {
        return unclosed();
      }
      if (at == At.QUOTED && (b == '\n' || b == '\r' && window.at(i + 1) != '\n')) {
        lineBreaks++;
      }
      at = next;
    }
  }

  private @org.jspecify.annotations.Nullable At next(At at, int b, boolean parted) {
    return switch (at) {
      case FIELD_START -> cut.isQuote(b) ? At.QUOTED : plain(parted);
      case PLAIN -> plain(parted);
      case QUOTED -> cut.isQuote(b) ? At.QUOTE_IN_QUOTED : At.QUOTED;
      case QUOTE_IN_QUOTED -> cut.isQuote(b) ? At.QUOTED : behind(b, parted);
      case BEHIND_QUOTED -> behind(b, parted);
    };
  }

  private static At plain(boolean parted) {
    return parted ? At.FIELD_START : At.PLAIN;
  }

  private static @org.jspecify.annotations.Nullable At behind(int b, boolean parted) {
    if (parted) {
      return At.FIELD_START;
    }
    return b == ' ' || b == '\t' ? At.BEHIND_QUOTED : null;
  }

  private Flaw unclosed() {
    lineBreaks = 0;
    blank = false;
    end = 0;
    while (true) {
      int b = window.at(end);
      if (b == ByteWindow.FULL) {
        return tooLong();
      }
      if (b == ByteWindow.END || b == '\n' || b == '\r') {
        return Flaw.UNCLOSED_QUOTE;
      }
      end++;
    }
  }

  private Flaw tooLong() {
    lineBreaks = 0;
    blank = false;
    end = ByteWindow.LONGEST_RECORD;
    return Flaw.TOO_LONG;
  }
}
