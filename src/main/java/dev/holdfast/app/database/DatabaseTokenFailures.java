package dev.holdfast.app.database;

import dev.holdfast.entra.TokenFailureListener;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Has failed tokens for the database counted as those of the admin API and of Teams are. */
@Component
class DatabaseTokenFailures implements SmartInitializingSingleton, DisposableBean {

  private final ObjectProvider<TokenFailureListener> listener;

  DatabaseTokenFailures(ObjectProvider<TokenFailureListener> listener) {
    this.listener = listener;
  }

  @Override
  public void afterSingletonsInstantiated() {
    listener.ifAvailable(ManagedIdentityPassword::tell);
  }

  @Override
  public void destroy() {
    ManagedIdentityPassword.tell(TokenFailureListener.NOBODY);
  }
}
