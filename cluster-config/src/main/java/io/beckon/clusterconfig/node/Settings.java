package io.beckon.clusterconfig.node;

import com.typesafe.config.Config;
import io.beckon.clusterconfig.node.ClusterSettings.Discovery;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator may set about a node, read once from {@code beckon.conf} and its
 * environment variables; a wrong value stops the start with a sentence.
 */
public record Settings(
    NodeSettings node,
    NetworkSettings network,
    ServiceSettings services,
    ClusterSettings cluster,
    ListSettings lists,
    SignInSettings signIn) {

  public static Settings from(Config root) {
    var config = root.getConfig("beckon");
    var node =
        new NodeSettings(
            config.getString("node"),
            NodeRole.parse(config.getString("roles")),
            Path.of(config.getString("data")));
    return new Settings(
        node,
        network(config),
        services(config),
        cluster(config),
        new ListSettings(
            config.getBytes("largest-unpacked"),
            ListSettings.dropRoots(config.getString("drop-roots")),
            ListSettings.keepFiles(config.getString("keep-files"))),
        new SignInSettings(
            text(config, "admin-password"),
            KeptSecret.orGiven(node.data(), text(config, "secret")),
            config.getInt("password-iterations")));
  }

  private static NetworkSettings network(Config config) {
    return new NetworkSettings(
        config.getString("bind"),
        config.getString("host"),
        config.getInt("http-port"),
        config.getInt("management-port"),
        config.getInt("artery-port"));
  }

  private static ServiceSettings services(Config config) {
    var carrier = text(config, "carrier");
    return new ServiceSettings(
        new DatabaseSettings(
            text(config, "database.url"),
            config.getString("database.user"),
            config.getString("database.password"),
            config.getInt("database.pool-size")),
        text(config, "redis-url"),
        carrier == null ? null : HostPort.parse(carrier));
  }

  private static ClusterSettings cluster(Config config) {
    var points = text(config, "contact-points");
    return new ClusterSettings(
        Discovery.valueOf(config.getString("discovery").toUpperCase(Locale.ROOT)),
        points == null
            ? List.of()
            : Stream.of(points.split(",", -1)).map(String::strip).map(HostPort::parse).toList());
  }

  private static @Nullable String text(Config config, String path) {
    var value = config.getString(path);
    return value.isBlank() ? null : value;
  }
}
