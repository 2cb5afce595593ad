package dev.holdfast.app;

import dev.holdfast.approval.ApprovalExpiryTask;
import dev.holdfast.approval.review.ReviewTask;
import dev.holdfast.approval.window.ApprovalWindowTask;
import dev.holdfast.audit.AuditListener;
import dev.holdfast.audit.HistoryIndex;
import dev.holdfast.execution.ExecutionTasks;
import dev.holdfast.execution.checklist.ChecklistTask;
import dev.holdfast.metrics.RequestMetrics;
import dev.holdfast.notification.CardUpdateTask;
import dev.holdfast.notification.NotificationListener;
import dev.holdfast.operation.adminmode.ParentRequestListener;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.event.RequestEventListeners;
import dev.holdfast.request.event.RequestTraces;
import dev.holdfast.series.SeriesRunListener;
import dev.holdfast.ticket.note.TicketNotes;
import dev.holdfast.webhook.WebhookListener;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one list of who is told what happened to a request. */
@Configuration(proxyBeanMethods = false)
public class RequestEventConfiguration {

  private static final Set<RequestEventType> MAY_NEED_A_STEP =
      EnumSet.of(
          RequestEventType.SUBMITTED,
          RequestEventType.APPROVED,
          RequestEventType.SETTLED,
          RequestEventType.UNKNOWN);

  private static final Set<RequestEventType> ASKS_FOR_APPROVAL =
      EnumSet.of(
          RequestEventType.SUBMITTED,
          RequestEventType.APPROVAL_WITHDRAWN,
          RequestEventType.REOPENED);

  private static final Set<RequestEventType> MAY_HAVE_NEW_TERMS =
      EnumSet.of(
          RequestEventType.SUBMITTED,
          RequestEventType.APPROVED,
          RequestEventType.APPROVAL_WITHDRAWN,
          RequestEventType.REOPENED,
          RequestEventType.ESCALATED);

  @Bean
  static RequestEventListeners requestEventListeners(BeanFactory beans) {
    return RequestEventListeners.inOrder(() -> beans.getBean(RequestTraces.class))
        .onAll(AuditListener.class, beans.getBeanProvider(AuditListener.class))
        .onAuditEvents(beans.getBeanProvider(AuditListener.class))
        .onAll(HistoryIndex.class, beans.getBeanProvider(HistoryIndex.class))
        .on(
            ASKS_FOR_APPROVAL,
            ApprovalExpiryTask.class,
            beans.getBeanProvider(ApprovalExpiryTask.class))
        .on(
            MAY_HAVE_NEW_TERMS,
            ApprovalWindowTask.class,
            beans.getBeanProvider(ApprovalWindowTask.class))
        .on(MAY_NEED_A_STEP, ExecutionTasks.class, beans.getBeanProvider(ExecutionTasks.class))
        .on(
            ParentRequestListener.ENDS,
            ParentRequestListener.class,
            beans.getBeanProvider(ParentRequestListener.class))
        .on(
            SeriesRunListener.ENDS,
            SeriesRunListener.class,
            beans.getBeanProvider(SeriesRunListener.class))
        .on(ReviewTask.TELLS, ReviewTask.class, beans.getBeanProvider(ReviewTask.class))
        .on(ChecklistTask.TELLS, ChecklistTask.class, beans.getBeanProvider(ChecklistTask.class))
        .on(TicketNotes.WRITTEN, TicketNotes.class, beans.getBeanProvider(TicketNotes.class))
        .on(
            CardUpdateTask.CHANGES_OTHERS,
            CardUpdateTask.class,
            beans.getBeanProvider(CardUpdateTask.class))
        .onAll(WebhookListener.class, beans.getBeanProvider(WebhookListener.class))
        .onAll(NotificationListener.class, beans.getBeanProvider(NotificationListener.class))
        .on(
            RequestMetrics.COUNTED,
            RequestMetrics.class,
            beans.getBeanProvider(RequestMetrics.class))
        .build();
  }
}
