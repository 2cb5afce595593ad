package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsLink;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The environment that the checks behind the list ask about: a unified one where there is one,
 * because it shows the most.
 */
@Component
class SampleEnvironment {

  private volatile Optional<Environment> chosen = Optional.empty();

  void chooseFrom(List<Environment> environments) {
    chosen = environments.stream().min(Comparator.comparing(SampleEnvironment::rank));
  }

  Environment get() {
    return chosen.orElseThrow(() -> new IllegalStateException("no list was read before"));
  }

  private static int rank(Environment environment) {
    if (environment.dataverse().isEmpty()) {
      return 2;
    }
    return environment.finOps() instanceof FinOpsLink.Unified ? 0 : 1;
  }
}
