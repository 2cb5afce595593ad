-- "history" searches its own index. In a transaction of its own: replicas that wait for the one before hold locks on "audit".
drop index audit_by_who;
