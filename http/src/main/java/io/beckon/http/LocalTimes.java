package io.beckon.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;

/** Times of day as {@code HH:mm}; {@link LocalTime#MAX} is {@code 24:00}, the end of the day. */
final class LocalTimes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  LocalTimes() {
    super("local-times");
    addSerializer(LocalTime.class, new Writer());
    addDeserializer(LocalTime.class, new Reader());
  }

  private static final class Writer extends StdSerializer<LocalTime> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(LocalTime.class);
    }

    @Override
    public void serialize(LocalTime value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.equals(LocalTime.MAX) ? "24:00" : value.toString());
    }
  }

  private static final class Reader extends StdDeserializer<LocalTime> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(LocalTime.class);
    }

    @Override
    public LocalTime deserialize(JsonParser in, DeserializationContext context) throws IOException {
      var text = in.getText();
      if ("24:00".equals(text)) {
        return LocalTime.MAX;
      }
      try {
        return LocalTime.parse(text);
      } catch (DateTimeException e) {
        throw context.weirdStringException(text, LocalTime.class, "not a time of day HH:mm");
      }
    }
  }
}
