package dev.holdfast.bot.dispatch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires what replies are given with. */
@Configuration(proxyBeanMethods = false)
class ReplyConfiguration {

  /** They mostly wait for the admin API or for Teams. */
  private static final int PLACES = 16;

  @Bean
  ReplyWorkers replyWorkers() {
    return new ReplyWorkers(PLACES);
  }

  @Bean
  ReplyLeaseSettings replyLease(Environment settings) {
    return ReplyLeaseSettings.from(settings);
  }
}
