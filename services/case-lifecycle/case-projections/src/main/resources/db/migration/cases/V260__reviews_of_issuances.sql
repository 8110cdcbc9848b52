-- Visas that were selected for review stand beside the refusals: refusal_id then holds a text that no refusal has for its id.
alter table read_models_blue.reviews add column issuance boolean not null default false;
alter table read_models_green.reviews add column issuance boolean not null default false;
alter table read_models_blue.reviews alter column refused_on drop not null;
alter table read_models_green.reviews alter column refused_on drop not null;
alter table read_models_blue.review_outcomes add column issuance boolean not null default false;
alter table read_models_green.review_outcomes add column issuance boolean not null default false;
