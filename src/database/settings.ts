/**
 * How the embedded server is set: for a machine of two cores and a few gigabytes that it does not have alone. `sockets` is the
 * folder of its socket; empty for none.
 */
export function settings({ fsync, sockets }: { fsync: boolean; sockets: string }): string[] {
  const values: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: sockets,
    max_connections: "60",

    shared_buffers: "128MB",
    effective_cache_size: "1GB",
    work_mem: "8MB",
    maintenance_work_mem: "64MB",
    random_page_cost: "1.1",
    jit: "off",
    max_parallel_workers_per_gather: "0",
    io_method: "sync",
    autovacuum_max_workers: "2",

    // Nobody replicates from it: less is written, and a backup is an export.
    wal_level: "minimal",
    max_wal_senders: "0",
    max_wal_size: "1GB",
    checkpoint_timeout: "15min",
    fsync: fsync ? "on" : "off",
    synchronous_commit: fsync ? "on" : "off",
    full_page_writes: fsync ? "on" : "off",

    timezone: "Europe/Copenhagen",
    // Neither statements nor the values in them: the log must not hold what people wrote.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    log_timezone: "Europe/Copenhagen",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
