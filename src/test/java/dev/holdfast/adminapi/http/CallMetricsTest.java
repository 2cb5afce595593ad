package dev.holdfast.adminapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

class CallMetricsTest {

  private static final String BACKUPS = "/environmentmanagement/environments/env-1/backups?a=b";
  private static final String BACKUPS_ROUTE =
      "GET /environmentmanagement/environments/{id}/backups";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CallMetrics metrics = new CallMetrics(provided(meters));

  CallMetricsTest() {
    metrics.afterSingletonsInstantiated();
  }

  private static ObjectProvider<MeterRegistry> provided(MeterRegistry meters) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("meters", meters);
    return beans.getBeanProvider(MeterRegistry.class);
  }

  @ParameterizedTest
  @CsvSource({"200, 2xx", "302, 3xx", "404, 4xx", "429, 429", "503, 5xx"})
  void countsByRouteAndStatus(int status, String tag) throws IOException {
    int before = meters.getMeters().size();

    call(
        BACKUPS,
        (request, body) -> new MockClientHttpResponse(new byte[0], HttpStatusCode.valueOf(status)));

    assertThat(timer(BACKUPS_ROUTE, tag).count()).isEqualTo(1);
    assertThat(meters.getMeters()).hasSize(before);
  }

  @Test
  void countsWhatGotNoAnswerAndPassesTheFailureOn() {
    IOException cut = new IOException("cut");

    assertThatThrownBy(
            () ->
                call(
                    BACKUPS,
                    (request, body) -> {
                      throw cut;
                    }))
        .isSameAs(cut);

    assertThat(timer(BACKUPS_ROUTE, "none").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/environmentmanagement/environments/5f8e2b1c-0000/operations/9, GET"
        + " /environmentmanagement/environments/{id}/operations/{id}",
    "/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/op-1?api-version=1, GET"
        + " /providers/Microsoft.BusinessAppPlatform/lifecycleOperations/{id}",
    "/api/data/v9.2/msprov_operationhistories?$top=1, GET /api/data/v9.2/msprov_operationhistories",
    "/environmentmanagement/environments/a/secret-of-somebody, other",
    "/, other"
  })
  void namesTheRouteWithoutIds(String path, String route) {
    assertThat(RouteTemplate.of("GET", URI.create("https://example.com" + path))).isEqualTo(route);
  }

  private void call(String path, ClientHttpRequestExecution execution) throws IOException {
    URI address = URI.create("https://api.example.com" + path);
    metrics
        .intercept(new MockClientHttpRequest(HttpMethod.GET, address), new byte[0], execution)
        .close();
  }

  private Timer timer(String route, String status) {
    return meters.get("holdfast.adminapi.calls").tags("route", route, "status", status).timer();
  }
}
