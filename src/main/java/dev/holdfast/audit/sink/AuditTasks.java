package dev.holdfast.audit.sink;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes the audit log elsewhere; the scheduler has one replica at a time do each. */
@Configuration(proxyBeanMethods = false)
class AuditTasks {

  @Bean
  static RecurringTask<Void> forwardAuditLog(ObjectProvider<AuditForwarder> forwarder) {
    return Tasks.recurring("forward-audit-log", FixedDelay.ofSeconds(10))
        .execute((task, context) -> forwarder.getObject().forward());
  }

  @Bean
  static RecurringTask<Void> postAuditSeal(ObjectProvider<SealPosts> posts) {
    return Tasks.recurring("post-audit-seal", FixedDelay.ofMinutes(10))
        .execute((task, context) -> posts.getObject().postIfDue());
  }
}
