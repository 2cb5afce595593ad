package dev.holdfast.approval.policy.file;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the policy is.
 *
 * @param file a YAML file, which is read again when it changes
 */
@ConfigurationProperties("holdfast.policy")
public record PolicyFileProperties(Optional<String> file) {

  Optional<Path> path() {
    return file.filter(name -> !name.isBlank()).map(Path::of);
  }
}
