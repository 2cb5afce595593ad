package dev.holdfast.adminapi.http;

import java.net.URI;
import org.springframework.http.HttpMethod;

/**
 * What is asked of the service.
 *
 * @param what it in words that follow "asked to", for the person who reads of a failure
 * @param order whether it starts something, so that its fate is open when no answer comes
 */
public record HttpCall(HttpMethod method, URI address, String what, boolean order) {

  public static HttpCall read(URI address, String what) {
    return new HttpCall(HttpMethod.GET, address, what, false);
  }

  public static HttpCall order(URI address, String what) {
    return new HttpCall(HttpMethod.POST, address, what, true);
  }

  public static HttpCall change(URI address, String what) {
    return new HttpCall(HttpMethod.PATCH, address, what, true);
  }

  /** A POST that asks for an opinion and starts nothing. */
  public static HttpCall question(URI address, String what) {
    return new HttpCall(HttpMethod.POST, address, what, false);
  }
}
