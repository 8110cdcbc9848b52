-- Takes from the service what nobody may do to the log. Run it as case_owner after each migration that adds to it.
revoke update, delete, truncate on event, log_batch, checkpoint, taken_value from case_service;
revoke delete, truncate on tile, log_head from case_service;
revoke insert on log_head from case_service;
-- An erasure takes ciphertext and salt of a person's parts, and destroys the key. Nothing else of these changes.
revoke update, delete, truncate on secret_part from case_service;
grant update (ciphertext, salt) on secret_part to case_service;
revoke delete, truncate on data_key from case_service;
revoke insert, delete, truncate on erasure_count from case_service;
-- Whoever asks questions of the log has no business with the keys, wrapped as they are.
revoke select on data_key from case_reader;
