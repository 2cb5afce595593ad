package dev.holdfast.adminapi.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Times each call of an admin API or of Dataverse until its answer begins, by {@link RouteTemplate}
 * and status. All of them are there from the start. It changes nothing about a call.
 */
@Component
class CallMetrics implements ClientHttpRequestInterceptor, SmartInitializingSingleton {

  private static final String CALLS = "holdfast.adminapi.calls";
  private static final String NO_ANSWER = "none";
  private static final String THROTTLED = "429";
  private static final List<String> STATUSES =
      List.of("2xx", "3xx", "4xx", THROTTLED, "5xx", NO_ANSWER);
  private static final int TOO_MANY_REQUESTS = 429;

  private final ObjectProvider<MeterRegistry> meters;

  /**
   * @param meters absent where Holdfast only answers a question, as on the command line
   */
  CallMetrics(ObjectProvider<MeterRegistry> meters) {
    this.meters = meters;
  }

  @Override
  public void afterSingletonsInstantiated() {
    meters.ifAvailable(
        registry ->
            RouteTemplate.all()
                .forEach(route -> STATUSES.forEach(status -> timer(registry, route, status))));
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    long begun = System.nanoTime();
    String status = NO_ANSWER;
    try {
      ClientHttpResponse response = execution.execute(request, body);
      status = tag(response.getStatusCode().value());
      return response;
    } finally {
      record(request, status, System.nanoTime() - begun);
    }
  }

  private void record(HttpRequest request, String status, long nanos) {
    String route = RouteTemplate.of(request.getMethod().name(), request.getURI());
    meters.ifAvailable(
        registry -> timer(registry, route, status).record(nanos, TimeUnit.NANOSECONDS));
  }

  private static Timer timer(MeterRegistry registry, String route, String status) {
    return registry.timer(CALLS, "route", route, "status", status);
  }

  private static String tag(int status) {
    return status == TOO_MANY_REQUESTS ? THROTTLED : status / 100 + "xx";
  }
}
