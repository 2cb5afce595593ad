package dev.holdfast.support;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether this Holdfast only rehearses.
 *
 * @param rehearsal whether everything is done but the calls that start something
 */
@ConfigurationProperties("holdfast")
public record RehearsalProperties(@DefaultValue("false") boolean rehearsal) {

  /**
   * Whether what is submitted now is a rehearsal.
   *
   * @param formShown whether the form said so, maybe before the setting changed
   */
  public boolean covers(boolean formShown) {
    return rehearsal || formShown;
  }
}
