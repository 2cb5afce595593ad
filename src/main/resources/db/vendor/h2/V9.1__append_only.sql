-- The database itself refuses to change or remove what the record holds.
create trigger audit_append_only before update, delete on audit call 'dev.holdfast.audit.AppendOnly';
create trigger audit_seals_append_only before update, delete on audit_seals call 'dev.holdfast.audit.AppendOnly';
create trigger audit_head_stays before delete on audit_head call 'dev.holdfast.audit.AppendOnly';

-- H2 asks no trigger before it truncates a table, but does not truncate one that a foreign key refers to.
alter table audit_seals add constraint audit_seals_not_truncated foreign key (position) references audit_seals (position);
alter table audit_head add constraint audit_head_not_truncated foreign key (id) references audit_head (id);
