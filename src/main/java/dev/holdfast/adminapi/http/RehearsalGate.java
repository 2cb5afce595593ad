package dev.holdfast.adminapi.http;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Lets nothing out in a rehearsal but reads and the two calls by which the service only checks an
 * order. It sees method and address as they are sent, and relies on nothing that the caller says of
 * them.
 */
final class RehearsalGate implements ClientHttpRequestInterceptor {

  private static final Pattern CHECKED =
      Pattern.compile("/environmentmanagement/environments/[^/]+/(restore|copy)");

  private static final String ONLY_CHECKED = "ValidateOnly=true";

  /** Something that isn't a read wasn't sent. */
  static final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RefusedException(HttpMethod method, URI address) {
      super("%s %s isn't sent in a rehearsal".formatted(method, address.getPath()));
    }
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    if (!isHarmless(request.getMethod(), request.getURI())) {
      throw new RefusedException(request.getMethod(), request.getURI());
    }
    return execution.execute(request, body);
  }

  static boolean isHarmless(HttpMethod method, URI address) {
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return true;
    }
    List<String> parameters =
        Arrays.stream(Objects.requireNonNullElse(address.getRawQuery(), "").split("&"))
            .filter(parameter -> parameter.toLowerCase(Locale.ROOT).contains("validate"))
            .toList();
    return method.equals(HttpMethod.POST)
        && CHECKED.matcher(address.getPath()).matches()
        && parameters.equals(List.of(ONLY_CHECKED));
  }
}
