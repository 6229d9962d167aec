// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.marcnuri.helm.LintResult;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every value set installs. */
class ChartTest {
  /** Objects of operators, which Kubernetes itself does not know; see OperatorsTest. */
  static final Set<String> OPERATORS =
      Set.of(
          "keda.sh",
          "monitoring.coreos.com",
          "gateway.networking.k8s.io",
          "external-secrets.io",
          "kafka.strimzi.io",
          "postgresql.cnpg.io");

  /** What the chart installs of Kubernetes' own, and the class that says what it may hold. */
  private static final Map<String, Class<?>> KUBERNETES =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", V1ConfigMap.class),
          Map.entry("v1 Service", V1Service.class),
          Map.entry("v1 ServiceAccount", V1ServiceAccount.class),
          Map.entry("v1 Pod", V1Pod.class),
          Map.entry("apps/v1 Deployment", V1Deployment.class),
          Map.entry("batch/v1 Job", V1Job.class),
          Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class),
          Map.entry("networking.k8s.io/v1 Ingress", V1Ingress.class),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class));

  static List<String> sets() {
    return Chart.sets();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void everyValueSetIsLintedWithoutAWord(String set, @TempDir Path scratch) throws IOException {
    LintResult result = Chart.lint(set, scratch);

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void everyObjectIsWhatKubernetesTakes(String set) {
    assertThat(Chart.of(set)).isNotEmpty();
    for (Manifest object : Chart.of(set)) {
      if (!OPERATORS.contains(object.apiVersion().replaceAll("/.*", ""))) {
        assertThat(faults(object)).as("%s", object).isEmpty();
      }
    }
  }

  @Test
  void whatKubernetesDoesNotKnowIsNoticed() {
    Manifest deployment = Chart.of("dev", "Deployment", "gateway");
    Map<String, Object> wrong =
        Map.of(
            "apiVersion",
            "apps/v1",
            "kind",
            "Deployment",
            "spec",
            Map.of(
                "selector", Map.of(),
                "template", Map.of("spec", Map.of("containers", List.of(), "wrong", true))));

    assertThat(faults(deployment)).isEmpty();
    assertThat(faults(new Manifest(new Tree(wrong)))).contains("wrong");
  }

  @ParameterizedTest
  @MethodSource("sets")
  void namesAreGivenOnce(String set) {
    assertThat(Chart.of(set).stream().map(Manifest::toString)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void everyContainerIsHarmless(String set) {
    for (Manifest object : pods(set)) {
      assertThat(object.pod().at("automountServiceAccountToken").value()).isEqualTo(false);
      assertThat(object.pod().at("securityContext", "runAsNonRoot").value()).isEqualTo(true);
      assertThat(object.pod().at("securityContext", "runAsUser").number()).isPositive();
      assertThat(object.pod().at("securityContext", "seccompProfile", "type").text())
          .isEqualTo("RuntimeDefault");
      assertThat(object.containers()).isNotEmpty();
      for (Tree container : object.containers()) {
        Tree security = container.at("securityContext");
        assertThat(security.at("readOnlyRootFilesystem").value()).isEqualTo(true);
        assertThat(security.at("allowPrivilegeEscalation").value()).isEqualTo(false);
        assertThat(security.at("runAsNonRoot").value()).isEqualTo(true);
        assertThat(security.at("capabilities", "drop").texts()).containsExactly("ALL");
        assertThat(container.at("resources", "requests").map()).containsKeys("cpu", "memory");
        assertThat(container.at("resources", "limits").map()).containsKeys("cpu", "memory");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void everyDeploymentIsProbedWithoutBeingEndedByItsNeighbours(String set) {
    for (Manifest deployment : Chart.of(set, "Deployment")) {
      Tree container = deployment.containers().getFirst();

      assertThat(path(container, "startupProbe")).isEqualTo("/actuator/health/liveness");
      assertThat(path(container, "livenessProbe")).isEqualTo("/actuator/health/liveness");
      assertThat(path(container, "readinessProbe")).isEqualTo("/actuator/health/readiness");
      Tree told = Chart.of(set, "ConfigMap", deployment.component()).application();
      Tree groups = told.at("management", "endpoint", "health", "group");
      assertThat(groups.at("readiness", "include").text()).isEqualTo("readinessState,db,binders");
      assertThat(groups.at("liveness").isThere()).isFalse();
      assertThat(told.at("management", "health", "binders", "enabled").value()).isEqualTo(true);
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void anEndIsLongEnoughForEveryPhase(String set) {
    for (Manifest deployment : Chart.of(set, "Deployment")) {
      Tree told = Chart.of(set, "ConfigMap", deployment.component()).application();
      String phase = told.at("spring", "lifecycle", "timeout-per-shutdown-phase").text();
      int sleep =
          deployment
              .containers()
              .getFirst()
              .at("lifecycle", "preStop", "sleep", "seconds")
              .number();

      assertThat(deployment.pod().at("terminationGracePeriodSeconds").number())
          .isGreaterThan(sleep + 3 * Integer.parseInt(phase.replace("s", "")));
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void selectorsNeverChangeAndFitTheirPods(String set) {
    for (Manifest deployment : Chart.of(set, "Deployment")) {
      Tree selector = deployment.tree().at("spec", "selector", "matchLabels");
      Tree labels = deployment.tree().at("spec", "template", "metadata", "labels");

      assertThat(selector.map().keySet())
          .containsExactlyInAnyOrder(
              "app.kubernetes.io/name",
              "app.kubernetes.io/instance",
              "app.kubernetes.io/component");
      assertThat(labels.map()).containsAllEntriesOf(selector.map());
      assertThat(Chart.of(set, "Service", deployment.component()).tree().at("spec", "selector"))
          .isEqualTo(selector);
    }
  }

  @Test
  void aChangedSettingReplacesThePodsOfThatComponentAlone() {
    List<Manifest> before = Chart.of("dev");
    List<Manifest> after =
        Chart.of("dev", Map.of("components.gas.config.settlement.gas.margin-bps", 1200));

    assertThat(checksum(after, "gas")).isNotEqualTo(checksum(before, "gas"));
    assertThat(checksum(after, "courier")).isEqualTo(checksum(before, "courier"));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void noSecretStandsInAConfigMapOrTheEnvironment(String set) {
    for (Manifest map : Chart.of(set, "ConfigMap")) {
      for (Tree.Leaf leaf : map.application().leaves()) {
        if (leaf.key().matches("(?i).*(password|secret|token|jaas.config|private-key)")) {
          String secret = leaf.text().replaceFirst(".* password=\"(.*)\";$", "$1");
          assertThat(secret).as("%s in %s", leaf.path(), map).matches("\\$\\{[^:]+}");
        }
        assertThat(leaf.text()).doesNotMatch("[a-z+]+://[^/@]*:[^/@]*@.*");
      }
    }
    for (Manifest object : pods(set)) {
      for (Tree container : object.containers()) {
        assertThat(container.at("env").list().stream().map(entry -> entry.at("name").text()))
            .allMatch(Set.of("SPRING_CONFIG_ADDITIONAL_LOCATION", "JAVA_TOOL_OPTIONS")::contains);
      }
    }
    assertThat(Chart.of(set, "Secret")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void everyFileThatIsToldOfIsMounted(String set) {
    for (Manifest deployment : Chart.of(set, "Deployment")) {
      Tree told = Chart.of(set, "ConfigMap", deployment.component()).application();
      List<String> mounted =
          deployment.containers().getFirst().at("volumeMounts").list().stream()
              .map(mount -> mount.at("mountPath").text())
              .toList();

      for (Tree.Leaf leaf : told.leaves()) {
        if (leaf.text().startsWith("/etc/")) {
          assertThat(mounted)
              .as("%s of %s", leaf, deployment)
              .contains(Objects.requireNonNull(Path.of(leaf.text()).getParent()).toString());
        }
      }
    }
  }

  @Test
  void aValidatorIsAloneInItsRelease() {
    assertThat(Chart.of("validator-only", "Deployment"))
        .singleElement()
        .extracting(Manifest::component)
        .isEqualTo("validator");
    assertThat(
            Chart.of("validator-only", "ConfigMap", "validator")
                .application()
                .at("settlement", "relayer", "roles")
                .texts())
        .containsExactly("validator");
    assertThat(Chart.of("validator-only", "Ingress")).isEmpty();
    assertThat(Chart.of("validator-only", "HTTPRoute")).isEmpty();
  }

  @Test
  void everyRoleIsADeploymentOfItsOwn() {
    assertThat(Chart.of("production", "Deployment").stream().map(Manifest::component))
        .containsExactlyInAnyOrder("gateway", "registry", "gas", "artifact", "observer", "courier");
    assertThat(
            Stream.of("observer", "courier")
                .map(role -> Chart.of("production", "ConfigMap", role).application())
                .map(told -> told.at("settlement", "relayer", "roles").texts()))
        .containsExactly(List.of("observer"), List.of("courier"));
  }

  @Test
  void theOwnerOfTheTablesIsInJobsAlone() {
    List<Manifest> jobs = Chart.of("production", "Job");

    assertThat(jobs.stream().map(Manifest::name))
        .containsExactlyInAnyOrder(
            "suite-gateway-migrate",
            "suite-registry-migrate",
            "suite-gas-migrate",
            "suite-artifact-migrate",
            "suite-courier-migrate");
    assertThat(jobs).allMatch(Manifest::isHook);
    assertThat(jobs).allMatch(job -> secretsOf(job).stream().anyMatch(s -> s.endsWith("-owner")));
    for (Manifest deployment : Chart.of("production", "Deployment")) {
      assertThat(secretsOf(deployment)).noneMatch(secret -> secret.endsWith("-owner"));
      assertThat(flyway(Chart.of("production", "ConfigMap", deployment.component())))
          .isEqualTo("false");
      assertThat(flyway(Chart.of("dev", "ConfigMap", deployment.component()))).isEqualTo("true");
    }
  }

  @Test
  void imagesComeFromTheMirrorByDigest() {
    for (Manifest deployment : Chart.of("air-gapped", "Deployment")) {
      assertThat(deployment.containers().getFirst().at("image").text())
          .matches("mirror\\.internal:5000/settlement-suite/[a-z-]+@sha256:[0-9a-f]{64}");
      assertThat(deployment.pod().at("imagePullSecrets", 0, "name").text()).isEqualTo("mirror");
    }
  }

  @Test
  void theChartIsOneFileInTheEnd(@TempDir Path folder) throws IOException {
    new com.marcnuri.helm.Helm(Chart.FOLDER).packageIt().withDestination(folder).call();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactly("settlement-suite-0.1.0.tgz");
    }
  }

  @Test
  void onlyTheGatewayHasTheKeyThatSigns() {
    for (Manifest object : Chart.of("production", "Deployment")) {
      boolean gateway = object.component().equals("gateway");

      assertThat(secretsOf(object))
          .as(object.name())
          .contains(gateway ? "settlement-gateway-key" : "settlement-internal-key")
          .doesNotContain(gateway ? "settlement-internal-key" : "settlement-gateway-key");
    }
  }

  private static List<Manifest> pods(String set) {
    return Chart.of(set).stream()
        .filter(object -> Set.of("Deployment", "Job", "Pod").contains(object.kind()))
        .toList();
  }

  private static String path(Tree container, String probe) {
    assertThat(container.at(probe, "httpGet", "port").text()).isEqualTo("management");
    return container.at(probe, "httpGet", "path").text();
  }

  private static String flyway(Manifest map) {
    return map.application().at("spring", "flyway", "enabled").text();
  }

  private static String checksum(List<Manifest> rendered, String component) {
    return rendered.stream()
        .filter(object -> object.kind().equals("Deployment"))
        .filter(object -> object.component().equals(component))
        .map(object -> object.tree().at("spec", "template", "metadata", "annotations"))
        .map(annotations -> annotations.at("checksum/config").text())
        .collect(Collectors.joining());
  }

  private static List<String> secretsOf(Manifest object) {
    return object.pod().at("volumes").list().stream()
        .flatMap(
            volume ->
                Stream.concat(
                    Stream.of(volume.at("secret", "secretName")),
                    volume.at("projected", "sources").list().stream()
                        .map(source -> source.at("secret", "name"))))
        .filter(Tree::isThere)
        .map(Tree::text)
        .toList();
  }

  /** What Kubernetes' own classes find wrong; nothing when it is right. */
  private static String faults(Manifest object) {
    JsonElement json = new Gson().toJsonTree(object.tree().value());
    try {
      model(object.apiVersion(), object.kind())
          .getMethod("validateJsonElement", JsonElement.class)
          .invoke(null, json);
      return "";
    } catch (InvocationTargetException e) {
      return String.valueOf(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(object.toString(), e);
    }
  }

  private static Class<?> model(String apiVersion, String kind) {
    Class<?> model = KUBERNETES.get(apiVersion + " " + kind);
    if (model == null) {
      throw new AssertionError("%s %s is none of KUBERNETES".formatted(apiVersion, kind));
    }
    return model;
  }
}
