package io.beckon.actors.list.prepare;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML file inside a workbook, read from its beginning to its end. No entities, no DTD. */
final class XmlPart implements AutoCloseable {
  private static final XMLInputFactory FACTORY = factory();

  private final InputStream stream;
  private final XMLStreamReader xml;

  private XmlPart(InputStream stream, XMLStreamReader xml) {
    this.stream = stream;
    this.xml = xml;
  }

  static XmlPart open(ZipFile zip, String name, Allowance read) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw Refusals.badWorkbook("its part " + name + " is missing");
    }
    InputStream stream =
        new ShortTokens(read.counting(new WholeEntry(zip.getInputStream(entry), entry)));
    try {
      return new XmlPart(stream, FACTORY.createXMLStreamReader(stream));
    } catch (XMLStreamException e) {
      stream.close();
      throw failure(e);
    }
  }

  /** Moves on; false at the end. */
  boolean next() throws IOException {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      if (xml.next() == XMLStreamConstants.DTD) {
        throw Refusals.badWorkbook("it declares XML entities, which no spreadsheet writes");
      }
      return true;
    } catch (XMLStreamException e) {
      throw failure(e);
    } catch (IllegalStateException | IndexOutOfBoundsException | NoSuchElementException e) {
      throw Refusals.badWorkbook(e);
    }
  }

  /** The disk's own failures may pass; what the bytes cause does not. */
  private static RuntimeException failure(XMLStreamException e) throws IOException {
    boolean ofDisk =
        e.getNestedException() instanceof IOException io
            && !(io instanceof ZipException)
            && !(io instanceof EOFException)
            && !(io instanceof CharConversionException)
            && !(io instanceof UnsupportedEncodingException);
    if (ofDisk) {
      throw (IOException) e.getNestedException();
    }
    return Refusals.badWorkbook(e);
  }

  boolean begins(String element) {
    return xml.isStartElement() && xml.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return xml.isEndElement() && xml.getLocalName().equals(element);
  }

  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  String attribute(String name, String otherwise) {
    var value = attribute(name);
    return value == null ? otherwise : value;
  }

  /** Appends the characters at this place, if it is a place of characters and there is room. */
  void appendText(StringBuilder text) {
    if (xml.isCharacters() && text.length() <= RowCells.LONGEST) {
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
    return factory;
  }

  /** The parser holds a tag in memory as a whole; one of megabytes is no spreadsheet's. */
  private static final class ShortTokens extends FilterInputStream {
    private static final int LONGEST = 4 << 20;

    private int sinceTag;

    ShortTokens(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      for (int i = from; i < from + read; i++) {
        sinceTag = bytes[i] == '<' ? 0 : sinceTag + 1;
      }
      if (sinceTag > LONGEST) {
        throw Refusals.badWorkbook("a piece of its XML is longer than 4 MiB");
      }
      return read;
    }
  }
}
