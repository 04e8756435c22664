using StackExchange.Redis;

namespace TaskGen.Throughput;

/// <summary>
/// The data model of the Redis broker and nothing else: envelopes of 100 bytes in a list, leased into a hash, where what was finished is
/// settled by the call that takes the next. No JSON, no handler, no record, no check. One process, one connection, scripts by their hash.
/// </summary>
internal sealed class BareModel : IAsyncDisposable
{
    /// <summary>Envelopes of one call.</summary>
    public const int Batch = 100;

    /// <summary>Calls in flight.</summary>
    public const int Calls = 6;

    private const int EnvelopeBytes = 100;
    private const int FieldBytes = 20;

    // KEYS: the list. ARGV: envelopes. Returns the length of the list.
    private const string EnqueueScript = "return redis.call('LPUSH', KEYS[1], unpack(ARGV))";

    // KEYS: the list, the lease hash. ARGV: how many to take, then the fields that are finished. Returns the envelopes taken.
    private const string LeaseScript = """
        if #ARGV > 1 then redis.call('HDEL', KEYS[2], unpack(ARGV, 2)) end
        local taken = redis.call('RPOP', KEYS[1], ARGV[1])
        if not taken then return {} end
        local pairs = {}
        for i = 1, #taken do
          pairs[2 * i - 1] = string.sub(taken[i], 1, 20)
          pairs[2 * i] = string.sub(taken[i], 21)
        end
        redis.call('HSET', KEYS[2], unpack(pairs))
        return taken
        """;

    private readonly ConnectionMultiplexer _connection;
    private readonly IDatabase _database;
    private readonly RedisKey[] _pending;
    private readonly RedisKey[] _both;
    private readonly byte[] _enqueue;
    private readonly byte[] _lease;

    private BareModel(ConnectionMultiplexer connection, byte[] enqueue, byte[] lease)
    {
        _connection = connection;
        _database = connection.GetDatabase();
        _enqueue = enqueue;
        _lease = lease;
        RedisKey pending = $"{{bench-bare-{Environment.ProcessId}}}:pending";
        _pending = [pending];
        _both = [pending, $"{{bench-bare-{Environment.ProcessId}}}:lease"];
    }

    public static async Task<BareModel> ConnectAsync(string configuration)
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(BenchConnections.Parse(configuration));
        var server = connection.GetServers()[0];
        return new BareModel(connection, await server.ScriptLoadAsync(EnqueueScript), await server.ScriptLoadAsync(LeaseScript));
    }

    /// <summary>Puts one envelope into the list.</summary>
    public Task EnqueueOneAsync(int index) => _database.ScriptEvaluateAsync(_enqueue, _pending, [Envelope(index)]);

    /// <summary>Puts envelopes into the list, a batch a call.</summary>
    public Task EnqueueAsync(int count, CancellationToken cancellationToken) => Dispatching.InFlightAsync(
        (count + Batch - 1) / Batch,
        Calls,
        call =>
        {
            var envelopes = new RedisValue[Math.Min(Batch, count - (call * Batch))];
            for (var i = 0; i < envelopes.Length; i++)
            {
                envelopes[i] = Envelope((call * Batch) + i);
            }

            return _database.ScriptEvaluateAsync(_enqueue, _pending, envelopes);
        },
        cancellationToken);

    /// <summary>Takes and settles until the list is empty.</summary>
    /// <returns>How many were settled.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => LeaseLoopAsync(cancellationToken), cancellationToken))))
            .Sum();

    public Task PingAsync() => _database.PingAsync();

    /// <summary>Empties list and hash.</summary>
    public Task ClearAsync() => _database.KeyDeleteAsync(_both);

    public async ValueTask DisposeAsync()
    {
        await ClearAsync();
        await _connection.DisposeAsync();
    }

    private async Task<int> LeaseLoopAsync(CancellationToken cancellationToken)
    {
        var settled = 0;
        var arguments = new RedisValue[] { Batch };
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var taken = (RedisValue[])(await _database.ScriptEvaluateAsync(_lease, _both, arguments))!;
            settled += arguments.Length - 1;
            if (taken.Length == 0)
            {
                return settled;
            }

            arguments = new RedisValue[taken.Length + 1];
            arguments[0] = Batch;
            for (var i = 0; i < taken.Length; i++)
            {
                arguments[i + 1] = ((ReadOnlyMemory<byte>)taken[i])[..FieldBytes];
            }
        }
    }

    private static byte[] Envelope(int index)
    {
        var envelope = new byte[EnvelopeBytes];
        BitConverter.TryWriteBytes(envelope.AsSpan(4), index);
        return envelope;
    }
}
