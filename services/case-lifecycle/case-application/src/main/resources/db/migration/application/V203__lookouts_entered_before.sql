-- Lookouts that were entered before anything sent them to CLASS wait as well.
insert into waiting_lookout (quasi_refusal_id, entered_on)
select substr(aggregate_identifier, length('inquiry-') + 1)::uuid, (payload ->> 'enteredOn')::date
from event_log
where aggregate_identifier like 'inquiry-%' and payload_type = 'LookoutEntered';
