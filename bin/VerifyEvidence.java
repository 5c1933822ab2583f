import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks an export of evidence with nothing but the JDK; one line at a time. */
public final class VerifyEvidence {
  private final MessageDigest all = sha256();
  private final MessageDigest root = sha256();
  private final Map<String, PublicKey> keys = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final boolean pinned;
  private String tenant = "";
  private String day = "";
  private String writer;
  private String hash = "";
  private long seq;
  private long rows;
  private String statement;
  private String rootSignature = "";
  private boolean ended;

  private VerifyEvidence(Path key) throws Exception {
    pinned = key != null;
    if (pinned) {
      String text = Files.readString(key).replaceAll("-----[A-Z ]+-----|\\s", "");
      byte[] bytes = Base64.getDecoder().decode(text);
      keys.put(HexFormat.of().formatHex(sha256().digest(bytes), 0, 8), publicKey(bytes));
    }
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 1 && args.length != 3 && args.length != 5) {
      System.err.println("usage: FILE [--key PUBLIC_KEY.pem] [--root ROOT.json]");
      System.exit(2);
    }
    String key = option(args, "--key");
    String kept = option(args, "--root");
    var check = new VerifyEvidence(key == null ? null : Path.of(key));
    try (var file = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
      check.read(file);
    }
    if (kept != null) {
      check.sameRoot(Files.readString(Path.of(kept)));
    }
    check.report();
    System.exit(check.problems.isEmpty() ? 0 : 1);
  }

  private static String option(String[] args, String name) {
    int at = List.of(args).indexOf(name);
    return at < 0 ? null : args[at + 1];
  }

  private void read(BufferedReader file) throws IOException, GeneralSecurityException {
    for (String line = file.readLine(); line != null; line = file.readLine()) {
      if (ended) {
        problems.add("something stands behind the end");
        return;
      }
      int space = line.indexOf(' ');
      String word = space < 0 ? line : line.substring(0, space);
      String rest = space < 0 ? "" : line.substring(space + 1);
      if (word.equals("end")) {
        end(rest);
      } else {
        take(word, rest);
        all.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    if (!ended) {
      problems.add("the file is cut off: it has no end");
    }
  }

  private void take(String word, String rest) throws GeneralSecurityException {
    switch (word) {
      case "beckon-evidence-export" -> {
        if (!rest.equals("1")) {
          problems.add("format " + rest + " is not known here");
        }
      }
      case "tenant" -> tenant = rest;
      case "day" -> day = rest;
      case "key" -> key(rest);
      case "chain" -> chain(rest);
      case "row" -> {
        if (rest.matches("[0-9a-f]{64} \\[[0-9]{1,18},.*")) {
          row(rest.substring(0, 64), rest.substring(65));
        } else {
          problems.add("chain " + writer + ": what follows row " + seq + " is no row");
        }
      }
      case "root" -> root(rest);
      case "root-signature" -> rootSignature = rest;
      default -> problems.add("a line begins with " + word);
    }
  }

  private void key(String rest) throws GeneralSecurityException {
    String[] parts = rest.split(" ");
    if (!pinned) {
      keys.put(parts[0], publicKey(Base64.getDecoder().decode(parts[1])));
    }
  }

  private void chain(String next) {
    finishChain();
    writer = next;
    seq = 0;
    hash = hex("beckon-evidence-1\n" + tenant + "\n" + day + "\n" + next);
  }

  private void row(String stored, String text) {
    rows++;
    seq++;
    if (!text.startsWith("[" + seq + ",")) {
      problems.add("chain " + writer + ": row " + seq + " is missing or out of its place");
      seq = Long.parseLong(text.substring(1, text.indexOf(',')));
    }
    if (!hex(hash + "\n" + text).equals(stored)) {
      problems.add("chain " + writer + ": row " + seq + " is not what was written");
    }
    hash = stored;
  }

  private void finishChain() {
    if (writer != null) {
      root.update((writer + " " + seq + " " + hash + "\n").getBytes(StandardCharsets.UTF_8));
      writer = null;
    }
  }

  private void root(String text) {
    finishChain();
    statement = text;
    String sum = HexFormat.of().formatHex(root.digest());
    same("root", sum);
    same("tenant", tenant);
    same("day", day);
    var count = Pattern.compile("\"decisions\":(\\d+)").matcher(text);
    if (!count.find() || Long.parseLong(count.group(1)) != rows) {
      problems.add("the root was signed over another number of rows than " + rows);
    }
  }

  private void same(String field, String value) {
    if (!statement.contains("\"" + field + "\":\"" + value + "\"")) {
      problems.add("the root was signed over another " + field + " than " + value);
    }
  }

  private void end(String rest) throws GeneralSecurityException {
    ended = true;
    String[] parts = rest.split(" ");
    String sum = HexFormat.of().formatHex(all.digest());
    if (!parts[0].equals(sum) || !verified(sum, parts[1], parts[2])) {
      problems.add("the file is not as it was exported");
    }
    if (statement != null) {
      String[] signed = rootSignature.split(" ");
      if (signed.length != 2 || !verified(statement, signed[0], signed[1])) {
        problems.add("the root was not signed with a key that is known");
      }
    }
  }

  private void sameRoot(String kept) {
    var text = Pattern.compile("\"statement\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(kept);
    if (!text.find() || !text.group(1).replace("\\\"", "\"").equals(statement)) {
      problems.add("the root that was kept is not the one in the file");
    }
  }

  private boolean verified(String text, String keyId, String signature)
      throws GeneralSecurityException {
    PublicKey key = keys.get(keyId);
    if (key == null) {
      return false;
    }
    var check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(text.getBytes(StandardCharsets.UTF_8));
    return check.verify(Base64.getDecoder().decode(signature));
  }

  private void report() {
    System.out.println("tenant " + tenant + ", day " + day + ", " + rows + " rows");
    System.out.println(statement == null ? "not closed: there is no root yet" : statement);
    if (!pinned) {
      System.out.println("the key was taken from the file itself; give --key to be sure");
    }
    problems.forEach(problem -> System.out.println("PROBLEM: " + problem));
    System.out.println(problems.isEmpty() ? "OK" : "NOT OK");
  }

  private static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
