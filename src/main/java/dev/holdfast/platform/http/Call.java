package dev.holdfast.platform.http;

import java.net.URI;
import org.springframework.http.HttpMethod;

/**
 * What is asked of the service.
 *
 * @param what it in words that follow "asked to", for the person who reads of a failure
 */
public record Call(HttpMethod method, URI address, String what) {

  public static Call read(URI address, String what) {
    return new Call(HttpMethod.GET, address, what);
  }

  public static Call order(URI address, String what) {
    return new Call(HttpMethod.POST, address, what);
  }

  public static Call change(URI address, String what) {
    return new Call(HttpMethod.PATCH, address, what);
  }

  /** Whether it starts something, and so is never repeated. */
  boolean order() {
    return method != HttpMethod.GET;
  }
}
