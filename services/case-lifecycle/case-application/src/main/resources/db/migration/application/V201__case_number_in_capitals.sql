-- A case has one number however it is typed: numbers are kept, and asked for, in capitals.
update case_number
set case_number = upper(case_number)
where case_number <> upper(case_number);
