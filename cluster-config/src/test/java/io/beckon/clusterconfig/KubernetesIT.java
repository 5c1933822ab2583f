package io.beckon.clusterconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.beckon.clusterconfig.node.NodeRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Renders k8s/ as an operator would and reads every object back. */
class KubernetesIT {
  private static final Path K8S = Path.of("..", "k8s");
  private static final Path OVERLAY = K8S.resolve("overlays/example");
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static List<JsonNode> objects;

  @BeforeAll
  static void render() throws IOException {
    objects = read(kustomize(OVERLAY));
  }

  @Test
  void everyRoleHasADeploymentOfItsOwnWithASpare() {
    for (var role : NodeRole.values()) {
      var deployment = object("Deployment", "beckon-" + role.id());
      assertThat(environment(deployment, "BECKON_ROLES")).isEqualTo(role.id());
      var byAutoscaler =
          all("HorizontalPodAutoscaler")
              .filter(hpa -> hpa.at("/spec/scaleTargetRef/name").asText().equals(name(deployment)))
              .mapToInt(hpa -> hpa.at("/spec/minReplicas").asInt());
      assertThat(byAutoscaler.findFirst().orElse(deployment.at("/spec/replicas").asInt()))
          .as("N+1 of %s", role)
          .isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void nodesAreProbedOnTheManagementPort() {
    nodes()
        .forEach(
            node -> {
              var container = container(node);
              for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat(container.at("/" + probe + "/httpGet/port").asText())
                    .as(name(node) + " " + probe)
                    .isEqualTo("management");
              }
              assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/ready");
              assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/alive");
              assertThat(ports(container)).contains("http", "management", "artery");
            });
  }

  @Test
  void nodesRunWithoutPrivileges() {
    all("Deployment")
        .forEach(
            deployment -> {
              var pod = deployment.at("/spec/template/spec");
              var container = container(deployment);
              assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
              assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                  .isTrue();
              assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                  .isFalse();
              assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            });
  }

  @Test
  void theTwoPoolsScaleByThemselves() {
    assertThat(
            all("HorizontalPodAutoscaler").map(hpa -> hpa.at("/spec/scaleTargetRef/name").asText()))
        .containsExactlyInAnyOrder("beckon-compliance", "beckon-dial");
    all("HorizontalPodAutoscaler")
        .forEach(
            hpa ->
                assertThat(object("Deployment", name(hpa)).at("/spec/replicas").isMissingNode())
                    .as("a number in the Deployment would undo what the autoscaler decided")
                    .isTrue());
  }

  @Test
  void discoveryMayReadPodsAndNothingElse() {
    var rules = object("Role", "beckon-discovery").get("rules");
    assertThat(rules).hasSize(1);
    assertThat(rules.get(0).get("resources")).map(JsonNode::asText).containsExactly("pods");
    assertThat(rules.get(0).get("verbs"))
        .map(JsonNode::asText)
        .containsExactlyInAnyOrder("get", "list", "watch");
    assertThat(object("RoleBinding", "beckon-discovery").at("/subjects/0/name").asText())
        .isEqualTo(
            nodes()
                .findFirst()
                .orElseThrow()
                .at("/spec/template/spec/serviceAccountName")
                .asText());
  }

  @Test
  void servicesAndBudgetsSelectPodsThatExist() {
    Stream.concat(
            all("Service").map(service -> service.at("/spec/selector")),
            all("PodDisruptionBudget").map(budget -> budget.at("/spec/selector/matchLabels")))
        .forEach(
            selector ->
                assertThat(all("Deployment").filter(deployment -> selects(selector, deployment)))
                    .as(selector.toString())
                    .isNotEmpty());
    all("Service")
        .forEach(
            service ->
                all("Deployment")
                    .filter(deployment -> selects(service.at("/spec/selector"), deployment))
                    .forEach(
                        deployment ->
                            assertThat(ports(container(deployment)))
                                .contains(service.at("/spec/ports/0/targetPort").asText())));
  }

  @Test
  void everyVariableIsOneThatANodeReads() throws IOException {
    var known = configuration();
    var given =
        Stream.concat(
            Stream.of(object("ConfigMap", "beckon").get("data"), stores())
                .flatMap(data -> stream(data.fieldNames())),
            nodes()
                .flatMap(
                    node -> StreamSupport.stream(container(node).get("env").spliterator(), false))
                .map(variable -> variable.get("name").asText()));
    assertThat(given)
        .isNotEmpty()
        .allSatisfy(
            variable ->
                assertThat(known + " BECKON_JAVA_OPTS}").as(variable).contains(variable + "}"));
  }

  private static JsonNode stores() {
    return all("Secret")
        .filter(secret -> name(secret).startsWith("beckon-stores"))
        .findFirst()
        .orElseThrow()
        .get("data");
  }

  private static String configuration() throws IOException {
    return Files.readString(Path.of("src/main/resources/beckon.conf"))
        + Files.readString(Path.of("src/main/resources/actors.conf"));
  }

  private static Stream<JsonNode> nodes() {
    return all("Deployment")
        .filter(
            deployment ->
                deployment
                    .at("/spec/template/metadata/labels/app.kubernetes.io~1name")
                    .asText()
                    .equals("beckon"));
  }

  private static boolean selects(JsonNode selector, JsonNode deployment) {
    var labels = deployment.at("/spec/template/metadata/labels");
    return stream(selector.fieldNames())
        .allMatch(key -> labels.path(key).asText().equals(selector.get(key).asText()));
  }

  private static List<String> ports(JsonNode container) {
    return StreamSupport.stream(container.get("ports").spliterator(), false)
        .map(port -> port.get("name").asText())
        .toList();
  }

  private static JsonNode container(JsonNode deployment) {
    return deployment.at("/spec/template/spec/containers/0");
  }

  private static String environment(JsonNode deployment, String name) {
    return StreamSupport.stream(container(deployment).get("env").spliterator(), false)
        .filter(variable -> variable.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .get("value")
        .asText();
  }

  private static Stream<JsonNode> all(String kind) {
    return objects.stream().filter(object -> object.get("kind").asText().equals(kind));
  }

  private static JsonNode object(String kind, String name) {
    return all(kind)
        .filter(object -> name(object).equals(name))
        .findFirst()
        .orElseGet(() -> fail("There is no %s %s", kind, name));
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  private static <T> Stream<T> stream(Iterator<T> values) {
    Iterable<T> iterable = () -> values;
    return StreamSupport.stream(iterable.spliterator(), false);
  }

  private static List<JsonNode> read(String yaml) {
    return Arrays.stream(yaml.split("(?m)^---$"))
        .map(
            document -> {
              try {
                return YAML.readTree(document);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  private static String kustomize(Path directory) throws IOException {
    try {
      var process = new ProcessBuilder("kubectl", "kustomize", directory.toString()).start();
      var rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(errors).isZero();
      return rendered;
    } catch (IOException e) {
      return fail(
          "kubectl 1.21 or later is needed to render k8s/; https://kubernetes.io/docs/tasks/tools/"
              + " says how to get it (Debian 12's own, 1.20, is too old)",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
