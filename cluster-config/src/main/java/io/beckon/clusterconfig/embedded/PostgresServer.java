package io.beckon.clusterconfig.embedded;

import io.beckon.clusterconfig.node.KeptSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real, durable PostgreSQL 16 in a directory: {@code data}, {@code port}, {@code password},
 * {@code server.log}. Listens on loopback only, with a password.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final String USER = "beckon";

  /** A crash of the machine loses nothing that was acknowledged. */
  private static final List<String> DURABLE =
      List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");

  private static final List<String> SIZED =
      List.of(
          "max_connections=200",
          "shared_buffers=256MB",
          "max_wal_size=2GB",
          "wal_compression=on",
          "checkpoint_completion_target=0.9",
          "random_page_cost=1.1");

  private static final List<String> QUIET =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_checkpoints=off",
          "password_encryption=scram-sha-256");

  private final Path home;
  private final Path programs;
  private final String password;
  private @Nullable WatchedProcess process;
  private int port;

  private PostgresServer(Path home, Path programs) {
    this.home = home;
    this.programs = programs;
    this.password = KeptSecret.in(home.resolve("password"));
  }

  /** Makes the directory's cluster if there is none, and starts it. */
  public static PostgresServer start(Path home, Path binaries) throws IOException {
    Files.createDirectories(home);
    var server = new PostgresServer(home, Binaries.postgres(binaries));
    server.initialise();
    server.start();
    return server;
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/beckon";
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /** Starts a stopped server again, with its data, on its port. */
  public void start() throws IOException {
    Orphan.end(data().resolve("postmaster.pid"), data(), "INT");
    port = port == 0 ? KeptPort.in(home.resolve("port")) : port;
    var command =
        new ArrayList<>(List.of(program("postgres"), "-D", data().toString(), "-p", "" + port));
    for (var settings : List.of(DURABLE, SIZED, QUIET)) {
      settings.forEach(setting -> command.addAll(List.of("-c", setting)));
    }
    var launch = new Launch(home, Unprivileged.command(command, home), "INT", STOP);
    var started = WatchedProcess.start(launch);
    process = started;
    if (!Patience.until(START, () -> !started.isAlive() || answers()) || !started.isAlive()) {
      started.stop();
      throw new IOException("PostgreSQL did not start; its reason stands in " + launch.log());
    }
    createDatabase();
  }

  /** A fast shutdown: clients are cut off, everything acknowledged is on disk. */
  public void stop() {
    if (process != null) {
      process.stop();
      process = null;
    }
  }

  @Override
  public void close() {
    stop();
  }

  private Path data() {
    return home.resolve("data");
  }

  private String program(String name) {
    return programs.resolve("bin").resolve(name).toString();
  }

  /** Into a draft first: a start that is killed half-way leaves nothing that looks finished. */
  private void initialise() throws IOException {
    if (Files.exists(data())) {
      return;
    }
    var draft = home.resolve("data.new");
    Unprivileged.run(List.of("rm", "-rf", draft.toString()));
    Files.createDirectory(draft);
    var command =
        List.of(
            program("initdb"),
            "--pgdata=" + draft,
            "--username=" + USER,
            "--pwfile=" + home.resolve("password"),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--data-checksums");
    Unprivileged.run(Unprivileged.command(command, home));
    Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private boolean answers() {
    try (var connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private void createDatabase() throws IOException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'beckon'")) {
      if (!found.next()) {
        statement.execute("CREATE DATABASE beckon");
      }
    } catch (SQLException e) {
      throw new IOException("The database beckon could not be created", e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=2", USER, password);
  }
}
