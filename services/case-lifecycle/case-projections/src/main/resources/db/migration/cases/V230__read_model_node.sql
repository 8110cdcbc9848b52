-- Which nodes fill the read models, and when each was last there, by the database's clock. It is no record of anything.
create unlogged table read_model_node (
    node    uuid primary key,
    seen_at timestamptz not null
);
