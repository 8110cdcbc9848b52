-- Takes from the service what nobody may do to the log. Run it as case_owner after each migration that adds to it.
revoke update, delete, truncate on event, log_batch, checkpoint, taken_value from case_service;
revoke delete, truncate on tile, log_head from case_service;
revoke insert on log_head from case_service;
